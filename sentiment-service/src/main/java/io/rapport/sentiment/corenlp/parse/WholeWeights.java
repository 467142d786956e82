package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.FeatureTable;
import java.util.Arrays;

/**
 * The parser's weights as whole numbers. Training moved them by steps of 0.05, so all are multiples of that but for rounding; and
 * whole numbers, unlike floats, can be added in any order, some of them beforehand, and in 16 bits many at a time.
 */
final class WholeWeights {
    private static final float STEP = 0.05f;
    /** As much as a sum in floats of such weights may be off its whole number. */
    private static final float ROUNDING = 0.001f;

    private final Weights weights;
    private final short[] values;
    private final short[][] full;
    private final int width;

    WholeWeights(Weights weights, int moves) {
        this.weights = weights;
        this.width = WholeRows.width(moves);
        this.values = steps(weights.values());
        this.full = new short[weights.full().length][];
        Arrays.setAll(full, i -> {
            int[] sums = new int[width];
            addCells(weights.full()[i], sums);
            return WholeRows.row(sums);
        });
    }

    int width() {
        return width;
    }

    /** What several features say together; null where none of them says anything. */
    short[] together(long... features) {
        int[] sums = new int[width];
        boolean any = false;
        for (long feature : features) {
            int row = weights.row(feature);
            if (row != FeatureTable.NONE) {
                any = true;
                addCells(weights.firstCell(row), sums);
            }
        }
        return any ? WholeRows.row(sums) : null;
    }

    /** Sums up what all the features of a tally say. */
    void sum(Tally tally) {
        Arrays.fill(tally.sums, 0);
        FeatureTable.mix(tally.hashes, tally.features);
        weights.rows().find(tally.hashes, tally.features, tally.found, tally.memory);
        int others = take(tally);
        weights.others().find(tally.hashes, others, tally.found, tally.memory);
        tally.features = others;
        take(tally);
        addCells(tally);
        tally.rows.sumInto(tally.sums);
    }

    /** Notes the rows that were found, and returns how many features, now the first ones, have none so far. */
    private int take(Tally tally) {
        int left = 0;
        for (int i = 0; i < tally.features; i++) {
            int row = tally.found[i];
            if (row == FeatureTable.NONE) {
                tally.hashes[left++] = tally.hashes[i];
            } else if (weights.isFull(row)) {
                tally.rows.add(full[weights.fullIndex(row)]);
            } else {
                tally.cells[tally.cellRows++] = row;
            }
        }
        return left;
    }

    private void addCells(Tally tally) {
        int[] cells = weights.cells();
        // So that no row waits for the memory of the one before.
        for (int i = 0; i < tally.cellRows; i++) {
            tally.found[i] = cells[tally.cells[i]];
        }
        for (int i = 0; i < tally.cellRows; i++) {
            int at = tally.cells[i];
            int cell = tally.found[i];
            tally.sums[Weights.move(cell)] += values[Weights.value(cell)];
            while (cell >= 0) {
                cell = cells[++at];
                tally.sums[Weights.move(cell)] += values[Weights.value(cell)];
            }
        }
        tally.cellRows = 0;
    }

    private void addCells(int first, int[] sums) {
        int at = first;
        int cell;
        do {
            cell = weights.cells()[at++];
            sums[Weights.move(cell)] += values[Weights.value(cell)];
        } while (cell >= 0);
    }

    private static short[] steps(float[] weights) {
        short[] steps = new short[weights.length];
        for (int i = 0; i < weights.length; i++) {
            int whole = Math.round(weights[i] / STEP);
            if (Math.abs(whole * STEP - weights[i]) > ROUNDING) {
                throw new IllegalStateException("A weight is no multiple of " + STEP);
            }
            steps[i] = WholeRows.narrow(whole);
        }
        return steps;
    }
}
