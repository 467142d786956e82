package io.rapport.sentiment.corenlp.parse;

import java.util.Arrays;

/**
 * Adds rows of 16-bit numbers, four at a time by vector instructions, and never beyond 16 bits: the last place of a row says how
 * large its numbers are at most, and before the sums could overflow they are put by.
 */
final class WholeRows {
    private static final int LANES = 16;
    private static final int AT_ONCE = 4;

    private final short[][] rows;
    private final short[] nothing;
    private final short[] sums;
    private int count;

    WholeRows(int most, int width) {
        this.rows = new short[most + AT_ONCE][];
        this.nothing = new short[width];
        this.sums = new short[width];
    }

    /** The length of a row for so many numbers. */
    static int width(int numbers) {
        return (numbers + LANES) / LANES * LANES;
    }

    /** A row of numbers, of which the last one is 0. */
    static short[] row(int... numbers) {
        short[] row = new short[numbers.length];
        int most = 0;
        for (int i = 0; i < row.length; i++) {
            row[i] = narrow(numbers[i]);
            most = Math.max(most, Math.abs(numbers[i]));
        }
        row[row.length - 1] = narrow(most);
        return row;
    }

    static short narrow(int number) {
        if (number != (short) number) {
            throw new IllegalStateException("The weights are too large.");
        }
        return (short) number;
    }

    void clear() {
        count = 0;
    }

    /** @param row none where it is null */
    void add(short[] row) {
        if (row != null) {
            rows[count++] = row;
        }
    }

    /** Adds all the rows to sums, but for the last place. */
    void sumInto(int[] total) {
        Arrays.fill(rows, count, count + AT_ONCE, nothing);
        int bound = 0;
        for (int i = 0; i < count; i += AT_ONCE) {
            int more = bound(rows[i]) + bound(rows[i + 1]) + bound(rows[i + 2]) + bound(rows[i + 3]);
            if (more > Short.MAX_VALUE) {
                putBy(rows[i], total);
                putBy(rows[i + 1], total);
                putBy(rows[i + 2], total);
                putBy(rows[i + 3], total);
            } else {
                if (bound + more > Short.MAX_VALUE) {
                    putBy(sums, total);
                    Arrays.fill(sums, (short) 0);
                    bound = 0;
                }
                add(rows[i], rows[i + 1], rows[i + 2], rows[i + 3], sums);
                bound += more;
            }
        }
        putBy(sums, total);
        Arrays.fill(sums, (short) 0);
        total[total.length - 1] = 0;
    }

    private static int bound(short... row) {
        return row[row.length - 1];
    }

    private static void add(short[] a, short[] b, short[] c, short[] d, short[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += a[i] + b[i] + c[i] + d[i];
        }
    }

    private static void putBy(short[] sums, int[] total) {
        for (int i = 0; i < total.length; i++) {
            total[i] += sums[i];
        }
    }
}
