package io.rapport.sentiment.aspect;

import io.rapport.sentiment.words.Text;
import java.util.Map;

/** Where a name belongs: where the list says, or the listed words that its last word is like; else nowhere in particular. */
final class Categories {
    static final String OTHER = "other";

    private final NameList list;
    private final Map<String, String> heads;

    /** @param heads the category of single words, found out in training */
    Categories(NameList list, Map<String, String> heads) {
        this.list = list;
        this.heads = Map.copyOf(heads);
    }

    String of(Text sentence, int from, int to) {
        String listed = listed(sentence, from, to);
        if (listed != null) {
            return listed;
        }
        String head = sentence.token(to - 1).form();
        String category = heads.get(head);
        if (category == null && head.endsWith("s")) {
            category = heads.get(head.substring(0, head.length() - 1));
        }
        return category == null ? OTHER : category;
    }

    /** By the longest listed name at the end, where a name says what it is, or else at the beginning ("booking online"). */
    private String listed(Text sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            String category = list.category(sentence, i, to);
            if (category != null) {
                return category;
            }
        }
        for (int i = to - 1; i > from; i--) {
            String category = list.category(sentence, from, i);
            if (category != null) {
                return category;
            }
        }
        return null;
    }

    /** Whether the name is idle talk: "a good time", "the worst thing". */
    boolean idle(Text sentence, int from, int to) {
        return Idle.WORDS.contains(sentence.token(to - 1).form()) && list.category(sentence, from, to) == null;
    }
}
