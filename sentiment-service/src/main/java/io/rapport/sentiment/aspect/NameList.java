package io.rapport.sentiment.aspect;

import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Known names of things, with their categories. */
public final class NameList {
    private final Map<String, String> names;
    private final int longest;

    /** @param names the category of each name, in lower case, its words parted by a space; numbers as 0 */
    public NameList(Map<String, String> names) {
        this.names = Map.copyOf(names);
        this.longest = names.keySet().stream()
                .mapToInt(name -> name.split(" ").length)
                .max()
                .orElse(0);
    }

    /** The things in their order; where one name is part of another, the longer. */
    public List<Found> in(Text sentence) {
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < sentence.size()) {
            Found one = at(sentence, i);
            if (one == null) {
                i++;
            } else {
                found.add(one);
                i = one.to();
            }
        }
        return found;
    }

    /** For each token whether a name begins there (1), goes on (2), or neither. */
    public byte[] marks(Text sentence) {
        byte[] marks = new byte[sentence.size()];
        for (Found found : in(sentence)) {
            for (int i = found.from(); i < found.to(); i++) {
                marks[i] = (byte) (i == found.from() ? NameTagger.FIRST : NameTagger.INSIDE);
            }
        }
        return marks;
    }

    private Found at(Text sentence, int from) {
        for (int to = Math.min(sentence.size(), from + longest); to > from; to--) {
            String category = category(sentence, from, to);
            if (category != null) {
                return new Found(from, to, category);
            }
        }
        return null;
    }

    /** The category of just these tokens, or null. */
    String category(Text sentence, int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < to; i++) {
            Token token = sentence.token(i);
            if (!token.wordy() && token.type() != Token.Type.NUMBER) {
                return null;
            }
            name.append(i > from ? " " : "").append(token.form());
        }
        String known = names.get(name.toString());
        boolean plural = known == null && name.length() > 3 && name.charAt(name.length() - 1) == 's';
        return plural ? names.get(name.substring(0, name.length() - 1)) : known;
    }
}
