package io.rapport.sentiment.training;

import io.rapport.sentiment.linear.Sparse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * Fits linear scores of several classes by stochastic gradients (AdaGrad, Duchi et al. 2011) in a seeded order, with an L2
 * penalty whose share each row pays for the features it has.
 *
 * @param <R> a row
 */
final class AdaGrad<R extends AdaGrad.Row> {
    private static final float FIRST_SQUARES = 1e-2f;

    /** Something with features. */
    interface Row {
        Sparse features();

        float weight();
    }

    /** How a fit is to be made. */
    record Settings(int places, int classes, double penalty, int epochs, double rate) {}

    private final Settings settings;
    private final float[] weights;
    private final float[] squares;
    private final float[] decay;

    private AdaGrad(Settings settings, List<R> rows) {
        this.settings = settings;
        weights = new float[settings.places() * settings.classes()];
        squares = new float[weights.length];
        Arrays.fill(squares, FIRST_SQUARES);
        decay = new float[settings.places()];
        rows.forEach(row -> {
            for (int id : row.features().ids()) {
                decay[id]++;
            }
        });
        for (int i = 0; i < decay.length; i++) {
            decay[i] = decay[i] == 0 ? 0 : (float) settings.penalty() / decay[i];
        }
    }

    /**
     * The weights, place by place, class by class.
     *
     * @param error turns a row's scores into the gradient of its loss by them, in place
     */
    static <R extends Row> float[] fit(List<R> rows, Settings settings, BiConsumer<R, double[]> error) {
        AdaGrad<R> fit = new AdaGrad<>(settings, rows);
        List<R> order = new ArrayList<>(rows);
        Random random = new Random(1);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            Collections.shuffle(order, random);
            for (R row : order) {
                fit.learn(row, error);
            }
        }
        return fit.weights;
    }

    private void learn(R row, BiConsumer<R, double[]> error) {
        int classes = settings.classes();
        double[] p = scores(row.features(), weights, classes);
        error.accept(row, p);
        int[] ids = row.features().ids();
        float[] values = row.features().values();
        for (int i = 0; i < ids.length; i++) {
            float shrink = decay[ids[i]];
            int at = ids[i] * classes;
            for (int c = 0; c < classes; c++, at++) {
                float gradient = (float) (row.weight() * p[c] * values[i]) + shrink * weights[at];
                squares[at] += gradient * gradient;
                weights[at] -= (float) (settings.rate() * gradient / Math.sqrt(squares[at]));
            }
        }
    }

    static double[] scores(Sparse features, float[] weights, int classes) {
        double[] scores = new double[classes];
        int[] ids = features.ids();
        float[] values = features.values();
        for (int i = 0; i < ids.length; i++) {
            int at = ids[i] * classes;
            for (int c = 0; c < classes; c++) {
                scores[c] += values[i] * weights[at + c];
            }
        }
        return scores;
    }
}
