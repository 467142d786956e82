package io.rapport.sentiment.corenlp.parse;

/** What one sentence's parsing counts with: the features of a state, by hashes and by rows, and what they say for each move. */
final class Tally {
    final long[] hashes = new long[Features.MOST];
    final int[] found = new int[Features.MOST];
    final int[] cells = new int[Features.MOST];
    final long[] memory = new long[Features.MOST];
    final WholeRows rows;
    final int[] sums;
    final float[] scores;
    int features;
    int cellRows;

    Tally(int moves, int width) {
        this.rows = new WholeRows(Features.MOST, width);
        this.sums = new int[width];
        this.scores = new float[moves];
    }
}
