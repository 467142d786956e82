package io.rapport.sentiment.corenlp.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a full stop, question or exclamation mark at the end of a sentence ended up deep in the tree, CoreNLP moves it to the end
 * of the phrase below the root.
 */
final class FinalStop {
    private static final String STOPS = ".!?。！？";

    private final int stopTag;

    FinalStop(int stopTag) {
        this.stopTag = stopTag;
    }

    /** Moves it, in place. */
    void lift(Phrase root, List<String> words) {
        Phrase top = root.last();
        if (top.isWord() || top.last().isWord()) {
            return;
        }
        List<Phrase> path = rightmost(top.last());
        Phrase last = path.getLast();
        if (last.label() == stopTag && words.get(last.word()).chars().anyMatch(c -> STOPS.indexOf(c) >= 0)) {
            remove(top, path);
            top.parts().add(last);
        }
    }

    private static List<Phrase> rightmost(Phrase phrase) {
        List<Phrase> path = new ArrayList<>(List.of(phrase));
        while (!path.getLast().isWord()) {
            path.add(path.getLast().last());
        }
        return path;
    }

    /** Phrases that are left without parts go with it. */
    private static void remove(Phrase top, List<Phrase> path) {
        int at = path.size() - 1;
        do {
            at--;
            path.get(at).parts().removeLast();
        } while (at > 0 && path.get(at).parts().isEmpty());
        if (path.getFirst().parts().isEmpty()) {
            top.parts().removeLast();
        }
    }
}
