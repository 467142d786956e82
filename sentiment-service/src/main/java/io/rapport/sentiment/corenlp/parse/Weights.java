package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import java.io.IOException;

/**
 * What each feature says for and against each move. Features that say the same share one row.
 *
 * <p>Most rows say something of a few moves: they are cells, each a move and the place of its weight among the few thousand
 * different ones. But the features that occur most say something of nearly all moves: these few rows are written out, zeros and
 * all, each in an array of its own, so that the compiler adds them by vector instructions.
 *
 * @param rows from the hash of a feature to its row's first cell, or to the number of cells and that of its full row
 * @param cells with the sign bit set on the last one of a row
 * @param values the different weights
 * @param full the rows written out
 */
public record Weights(FeatureTable rows, int[] cells, float[] values, float[][] full) {
    /** The sign bit. */
    public static final int LAST = 0x8000_0000;

    /** Rows of so many cells are written out. */
    public static final int FULL = 24;

    static final int MOVE = 0xFFFF;
    private static final int VALUE_BITS = 16;
    private static final int VALUE = 0x7FFF;

    /** A cell of a row. */
    public static int cell(int move, int value, boolean last) {
        if (move > MOVE || value > VALUE) {
            throw new IllegalArgumentException("Too many moves or weights.");
        }
        return move | (value << VALUE_BITS) | (last ? LAST : 0);
    }

    /** Reads what {@link #write} wrote. */
    public static Weights read(ModelInput in) throws IOException {
        FeatureTable rows = FeatureTable.read(in);
        int[] cells = in.ints();
        float[] values = in.floats();
        float[][] full = new float[in.integer()][];
        for (int i = 0; i < full.length; i++) {
            full[i] = in.floats();
        }
        return new Weights(rows, cells, values, full);
    }

    /** Writes the tables. */
    public void write(ModelOutput out) throws IOException {
        rows.write(out);
        out.ints(cells);
        out.floats(values);
        out.integer(full.length);
        for (float[] row : full) {
            out.floats(row);
        }
    }

    /**
     * Adds to the moves' scores what the features say, one after the other, as sums of floats depend on their order.
     *
     * @param found room for as many numbers as there are features
     */
    void add(long[] features, int count, int[] found, float[] scores) {
        // All look-ups first: they don't wait for each other's memory.
        for (int i = 0; i < count; i++) {
            found[i] = rows.find(features[i]);
        }
        for (int i = 0; i < count; i++) {
            int row = found[i];
            if (row >= cells.length) {
                addFull(full[row - cells.length], scores);
            } else if (row != FeatureTable.NONE) {
                addCells(row, scores);
            }
        }
    }

    private static void addFull(float[] row, float[] scores) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] += row[i];
        }
    }

    private void addCells(int first, float[] scores) {
        int at = first;
        int cell;
        do {
            cell = cells[at++];
            scores[cell & MOVE] += values[(cell >>> VALUE_BITS) & VALUE];
        } while (cell >= 0);
    }
}
