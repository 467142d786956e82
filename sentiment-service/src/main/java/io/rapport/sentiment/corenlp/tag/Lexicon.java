package io.rapport.sentiment.corenlp.tag;

import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import io.rapport.sentiment.corenlp.table.TextHash;
import java.io.IOException;

/**
 * The words that the tagger was trained on: which tags each can have, its most frequent one, and whether it was rare.
 *
 * @param words from the hash of a word to its place in the other arrays, from 1
 * @param candidates per place the number of its set of tags
 * @param first per place the most frequent tag
 * @param rare per place whether it was seen fewer times than it takes to be known well
 * @param sets of tags; the first one for words that were never seen
 */
public record Lexicon(FeatureTable words, int[] candidates, int[] first, byte[] rare, int[][] sets) {
    private static final int UNSEEN = 0;

    /** Reads what {@link #write} wrote. */
    public static Lexicon read(ModelInput in) throws IOException {
        FeatureTable words = FeatureTable.read(in);
        int[] candidates = in.ints();
        int[] first = in.ints();
        byte[] rare = in.bytes();
        int[][] sets = new int[in.integer()][];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = in.ints();
        }
        return new Lexicon(words, candidates, first, rare, sets);
    }

    /** Writes all words. */
    public void write(ModelOutput out) throws IOException {
        words.write(out);
        out.ints(candidates);
        out.ints(first);
        out.bytes(rare);
        out.integer(sets.length);
        for (int[] set : sets) {
            out.ints(set);
        }
    }

    /** The word's place, 0 if it was never seen. */
    int place(String word) {
        return words.find(TextHash.of(word));
    }

    int[] tags(int place) {
        return sets[candidates[place]];
    }

    boolean isRare(int place) {
        return rare[place] != 0;
    }

    /** The most frequent tag of a word, or −1 if it was never seen. */
    int firstTag(String word) {
        int place = place(word);
        return place == UNSEEN ? -1 : first[place];
    }
}
