package io.rapport.gateway.business;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what a business wants to hear about, by the rules of the service that is to look for it, or narrower ones. */
final class OwnAspectsInput {
    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_WORDS = 50;
    private static final int LONGEST_CATEGORY = 40;
    private static final int LONGEST_WORD = 60;

    /** What readings don't take for words; a name of nothing else would be refused with every text that it goes along with. */
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>?|&[^;]*;");

    private OwnAspectsInput() {}

    static List<OwnAspect> read(JsonInput input) {
        List<OwnAspect> aspects = input.children("aspects", MOST_CATEGORIES).stream()
                .map(OwnAspectsInput::aspect)
                .toList();
        if (aspects.stream().map(OwnAspect::category).distinct().count() < aspects.size()) {
            input.refuse("aspects", "must have different categories");
        }
        return aspects;
    }

    private static OwnAspect aspect(JsonInput input) {
        return new OwnAspect(category(input), words(input));
    }

    private static String category(JsonInput input) {
        String category = input.requiredText("category", LONGEST_CATEGORY);
        return category == null || category.matches("[a-z][a-z0-9_]*")
                ? category
                : input.refuse("category", "must begin with a lower-case letter and go on with a-z, 0-9 and _");
    }

    private static List<String> words(JsonInput input) {
        List<String> words = input.texts("words", MOST_WORDS, LONGEST_WORD);
        JsonNode given = input.any("words");
        if (given == null || given.isArray() && given.isEmpty()) {
            input.refuse("words", "must hold 1 to " + MOST_WORDS + " names");
        } else if (words.stream().anyMatch(word -> !isName(word))) {
            input.refuse("words", "must hold names of 1 to 3 words, each name with a letter or a digit");
        }
        return words;
    }

    private static boolean isName(String word) {
        boolean few = word.strip().split("\\s+").length <= 3;
        // By UTF-16 units: letters beyond them aren't known as such there.
        return few && MARKUP.matcher(word).replaceAll(" ").chars().anyMatch(Character::isLetterOrDigit);
    }
}
