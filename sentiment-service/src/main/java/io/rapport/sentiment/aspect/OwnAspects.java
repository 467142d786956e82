package io.rapport.sentiment.aspect;

import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a business itself wants to hear about, made ready for finding it in many texts. */
public final class OwnAspects {
    /** How many categories a business may have. */
    public static final int MOST_CATEGORIES = 50;
    /** How many words a category may have. */
    public static final int MOST_WORDS = 50;
    /** The list of who has none. */
    public static final OwnAspects NONE = new OwnAspects(List.of());

    private final Map<String, List<Name>> byFirstWord = new HashMap<>();

    private record Name(List<String> words, String category) {
        int size() {
            return words.size();
        }
    }

    /** @param aspects with words that {@link #brokenRule} finds nothing wrong with */
    public OwnAspects(List<OwnAspect> aspects) {
        for (OwnAspect aspect : aspects) {
            for (String word : aspect.words()) {
                List<String> words = words(word);
                byFirstWord
                        .computeIfAbsent(words.getFirst(), any -> new ArrayList<>())
                        .add(new Name(words, aspect.category()));
            }
        }
        // The sort is stable, so that of equal names the first stays first.
        byFirstWord
                .values()
                .forEach(names -> names.sort(Comparator.comparingInt(Name::size).reversed()));
    }

    /** The rule that a word of a list breaks, or null. */
    public static String brokenRule(String word) {
        if (word.isBlank() || word.strip().split("\\s+").length > 3) {
            return "must hold names of 1 to 3 words";
        }
        List<Token> tokens = Tokens.of(word);
        boolean said = tokens.stream().anyMatch(token -> token.type() != Token.Type.MARK);
        return said ? null : "must hold names with a letter, a digit or an emoji";
    }

    /**
     * The things that a sentence names, in their order; the longest where several names fit.
     *
     * @param text which the sentence is from
     */
    List<Found> in(String text, Text sentence) {
        if (byFirstWord.isEmpty()) {
            return List.of();
        }
        String[] words = new String[sentence.size()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Tokens.word(text, sentence.token(i));
        }
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < words.length) {
            Found one = at(words, i);
            if (one != null) {
                found.add(one);
            }
            i = one == null ? i + 1 : one.to();
        }
        return found;
    }

    private Found at(String[] words, int from) {
        for (Name name : byFirstWord.getOrDefault(words[from], List.of())) {
            int to = end(name, words, from);
            if (to > 0) {
                return new Found(from, to, name.category());
            }
        }
        return null;
    }

    /** After the last token of the name; 0 where something else stands there. A hyphen is as good as a space. */
    private static int end(Name name, String[] words, int from) {
        int at = from;
        for (String word : name.words()) {
            while (at > from && at < words.length && words[at].equals(Tokens.HYPHEN)) {
                at++;
            }
            if (at == words.length || !words[at].equals(word)) {
                return 0;
            }
            at++;
        }
        return at;
    }

    private static List<String> words(String name) {
        return Tokens.of(name).stream().map(token -> Tokens.word(name, token)).toList();
    }
}
