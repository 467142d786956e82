package io.rapport.models.regression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How good predicted probabilities are, held against what came. */
public final class Discrimination {
    private Discrimination() {}

    /**
     * Tenths of the rows by what was predicted.
     *
     * @param predicted the mean probability
     * @param came the share of those for whom it came true
     */
    public record Part(long n, double predicted, double came) {}

    /**
     * The probability that of two rows with different outcomes the one with the outcome was given more; ties count half.
     *
     * <p>Source: J. A. Hanley, B. J. McNeil, <i>The meaning and use of the area under a receiver operating characteristic (ROC)
     * curve</i>, Radiology 143 (1982).
     *
     * @return null where all outcomes are the same
     */
    public static Double auc(double[] predicted, boolean[] outcomes) {
        int[] order = order(predicted);
        double ranks = 0;
        double yes = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = from;
            int here = 0;
            for (; to < order.length && predicted[order[to]] == predicted[order[from]]; to++) {
                here += outcomes[order[to]] ? 1 : 0;
            }
            ranks += here * (from + 1 + to) / 2.0;
            yes += here;
        }
        double no = order.length - yes;
        return yes == 0 || no == 0 ? null : (Double) ((ranks - yes * (yes + 1) / 2) / (yes * no));
    }

    /** The mean square of what was predicted less what came (G. W. Brier, Monthly Weather Review 78, 1950); null without rows. */
    public static Double brier(double[] predicted, boolean[] outcomes) {
        double sum = 0;
        for (int i = 0; i < predicted.length; i++) {
            double error = predicted[i] - (outcomes[i] ? 1 : 0);
            sum += error * error;
        }
        return predicted.length == 0 ? null : (Double) (sum / predicted.length);
    }

    /** From the tenth that was given least to the one that was given most; without those that are empty. */
    public static List<Part> tenths(double[] predicted, boolean[] outcomes) {
        int[] order = order(predicted);
        List<Part> parts = new ArrayList<>();
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = (int) ((long) order.length * tenth / 10);
            int to = (int) ((long) order.length * (tenth + 1) / 10);
            double sum = 0;
            double came = 0;
            for (int i = from; i < to; i++) {
                sum += predicted[order[i]];
                came += outcomes[order[i]] ? 1 : 0;
            }
            if (to > from) {
                parts.add(new Part(to - from, sum / (to - from), came / (to - from)));
            }
        }
        return parts;
    }

    private static int[] order(double[] predicted) {
        return IntStream.range(0, predicted.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> predicted[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
