package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import java.io.IOException;

/**
 * What each feature says for and against each move. Features that say the same share one row. A row is of cells, each a move and
 * the place of its weight among the few thousand different ones.
 *
 * @param rows from the hash of a feature to its row's first cell, or to the number of cells and that of its full row: of the few
 *     features with long rows, which occur most and whose table is small enough to stay near the processor
 * @param others the same of all other features
 * @param cells with the sign bit set on the last one of a row
 * @param values the different weights
 * @param full the first cells of the longest rows, which {@link WholeWeights} writes out
 */
public record Weights(FeatureTable rows, FeatureTable others, int[] cells, float[] values, int[] full) {
    /** The sign bit. */
    public static final int LAST = 0x8000_0000;

    /** Rows of so many cells are long. */
    public static final int LONG = 16;

    /** Rows of so many cells are full. */
    public static final int FULL = 32;

    private static final int MOVE = 0xFFFF;
    private static final int VALUE_BITS = 16;
    private static final int VALUE = 0x7FFF;

    /** A cell of a row. */
    public static int cell(int move, int value, boolean last) {
        if (move > MOVE || value > VALUE) {
            throw new IllegalArgumentException("Too many moves or weights.");
        }
        return move | (value << VALUE_BITS) | (last ? LAST : 0);
    }

    static int move(int cell) {
        return cell & MOVE;
    }

    static int value(int cell) {
        return cell >>> VALUE_BITS & VALUE;
    }

    /** Reads what {@link #write} wrote. */
    public static Weights read(ModelInput in) throws IOException {
        return new Weights(FeatureTable.read(in), FeatureTable.read(in), in.ints(), in.floats(), in.ints());
    }

    /** Writes the tables. */
    public void write(ModelOutput out) throws IOException {
        rows.write(out);
        others.write(out);
        out.ints(cells);
        out.floats(values);
        out.ints(full);
    }

    /** The row of a feature; {@link FeatureTable#NONE} where it says nothing. */
    int row(long feature) {
        int row = rows.find(feature);
        return row == FeatureTable.NONE ? others.find(feature) : row;
    }

    boolean isFull(int row) {
        return row >= cells.length;
    }

    int fullIndex(int row) {
        return row - cells.length;
    }

    int firstCell(int row) {
        return isFull(row) ? full[fullIndex(row)] : row;
    }

    /** Adds to the moves' scores what the features say, one after the other, as sums of floats depend on their order. */
    void add(long[] features, int count, float[] scores) {
        for (int i = 0; i < count; i++) {
            int row = row(features[i]);
            if (row != FeatureTable.NONE) {
                addCells(firstCell(row), scores);
            }
        }
    }

    private void addCells(int first, float[] scores) {
        int at = first;
        int cell;
        do {
            cell = cells[at++];
            scores[move(cell)] += values[value(cell)];
        } while (cell >= 0);
    }
}
