package io.rapport.sentiment.training;

import io.rapport.sentiment.linear.Scaling;
import java.util.Arrays;
import java.util.List;

/** Fits the scaling that turns scores into probabilities. */
final class Calibration {
    /** @param scores raw, of negative, neutral, positive */
    record Row(double[] scores, int label, boolean binary) {}

    private Calibration() {}

    /** For texts of which it isn't known how frequent the labels are: halfway between as frequent as here and all alike. */
    static Scaling halfEven(List<Row> rows) {
        Scaling fit = fit(rows);
        double[] count = new double[3];
        rows.forEach(row -> count[row.label()]++);
        return new Scaling(
                fit.slope(),
                fit.negative() + Math.log(count[1] / count[0]) / 2,
                fit.positive() + Math.log(count[1] / count[2]) / 2);
    }

    static Scaling fit(List<Row> rows) {
        double[] x = {1, 0, 0};
        new Minimiser(100, 1e-9).minimise((at, gradient) -> loss(rows, at, gradient), x);
        return new Scaling(x[0], x[1], x[2]);
    }

    private static double loss(List<Row> rows, double[] x, double[] gradient) {
        double loss = 0;
        Arrays.fill(gradient, 0);
        for (Row row : rows) {
            double[] s = row.scores();
            double[] p = {x[0] * s[0] + x[1], row.binary() ? -1e9 : x[0] * s[1], x[0] * s[2] + x[2]};
            Scaling.softmax(p);
            loss -= Math.log(Math.max(1e-12, p[row.label()])) / rows.size();
            p[row.label()] -= 1;
            gradient[0] += (p[0] * s[0] + p[1] * s[1] + p[2] * s[2]) / rows.size();
            gradient[1] += p[0] / rows.size();
            gradient[2] += p[2] / rows.size();
        }
        return loss;
    }
}
