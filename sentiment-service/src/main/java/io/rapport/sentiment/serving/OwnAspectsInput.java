package io.rapport.sentiment.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.sentiment.aspect.OwnAspect;
import io.rapport.sentiment.aspect.OwnAspects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what businesses want to hear about. The texts of a business bear equal lists, of which one is read. */
final class OwnAspectsInput {
    private static final String FIELD = "aspects";
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_CATEGORY = 40;
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9_]*");

    private final Map<JsonNode, OwnAspects> known = new HashMap<>();

    OwnAspects from(JsonInput document) {
        JsonNode given = document.any(FIELD);
        if (given == null) {
            return OwnAspects.NONE;
        }
        OwnAspects read = known.get(given);
        if (read == null) {
            read = read(document);
            known.put(given, read);
        }
        return read;
    }

    private static OwnAspects read(JsonInput document) {
        List<OwnAspect> aspects = new ArrayList<>();
        boolean sound = true;
        for (JsonInput element : document.children(FIELD, OwnAspects.MOST_CATEGORIES)) {
            OwnAspect aspect = new OwnAspect(category(element), words(element));
            aspects.add(aspect);
            sound &= aspect.category() != null && !aspect.words().isEmpty();
        }
        return sound ? new OwnAspects(aspects) : OwnAspects.NONE;
    }

    private static String category(JsonInput aspect) {
        String category = aspect.requiredText("category", LONGEST_CATEGORY);
        boolean sound = category == null || CATEGORY.matcher(category).matches();
        return sound
                ? category
                : aspect.refuse("category", "must begin with a lower-case letter and go on with a-z, 0-9 and _");
    }

    private static List<String> words(JsonInput aspect) {
        List<String> words = aspect.texts("words", OwnAspects.MOST_WORDS, LONGEST_WORD);
        JsonNode given = aspect.any("words");
        if (given == null || given.isArray() && given.isEmpty()) {
            aspect.refuse("words", "must hold 1 to " + OwnAspects.MOST_WORDS + " names");
        }
        for (String word : words) {
            String rule = OwnAspects.brokenRule(word);
            if (rule != null) {
                aspect.refuse("words", rule);
                return List.of();
            }
        }
        return words;
    }
}
