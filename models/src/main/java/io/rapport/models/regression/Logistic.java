package io.rapport.models.regression;

import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Logistic regression by maximum likelihood: the log-odds of an outcome are an intercept and a weighted sum of columns.
 *
 * <p>Where the columns tell the outcomes apart there is no maximum: then a ridge (L2) on the standardised columns holds the
 * coefficients, and the result says so.
 *
 * <p>Source: P. McCullagh, J. A. Nelder, <i>Generalized Linear Models</i>, 1989, chapter 4; separation: A. Albert, J. A. Anderson,
 * Biometrika 71 (1984).
 */
public final class Logistic {
    public static final String INTERCEPT = "(Intercept)";
    private final Regression regression;

    private Logistic(Regression regression) {
        this.regression = regression;
    }

    /**
     * @param names of the columns, without an intercept
     * @param rows a value for each column
     * @param outcomes of the rows; both must occur
     */
    public static Logistic fit(List<String> names, List<double[]> rows, boolean[] outcomes) {
        long yes = 0;
        for (boolean outcome : outcomes) {
            yes += outcome ? 1 : 0;
        }
        if (rows.size() != outcomes.length || yes == 0 || yes == outcomes.length) {
            throw new IllegalArgumentException(
                    yes + " of " + outcomes.length + " outcomes for " + rows.size() + " rows: both must occur");
        }
        Columns columns = new Columns(names, rows);
        double share = (double) yes / outcomes.length;
        double alone = yes * Math.log(share) + (outcomes.length - yes) * Math.log1p(-share);
        return new Logistic(Regressions.fit(at -> point(at, columns, outcomes), columns, true, alone));
    }

    private static Newton.Point point(RealVector at, Columns columns, boolean[] outcomes) {
        int k = at.getDimension();
        double[] score = new double[k];
        double[][] information = new double[k][k];
        double[] weights = at.toArray();
        double sum = 0;
        for (int i = 0; i < outcomes.length; i++) {
            double[] row = columns.rows[i];
            double eta = weights[0];
            for (int j = 1; j < k; j++) {
                eta += weights[j] * row[j - 1];
            }
            double p = probability(eta);
            sum -= softPlus(outcomes[i] ? -eta : eta);
            double residual = (outcomes[i] ? 1 : 0) - p;
            for (int j = 0; j < k; j++) {
                double value = j == 0 ? 1 : row[j - 1];
                score[j] += residual * value;
                for (int m = 0; m <= j; m++) {
                    information[j][m] += p * (1 - p) * value * (m == 0 ? 1 : row[m - 1]);
                }
            }
        }
        return new Newton.Point(sum, MatrixUtils.createRealVector(score), symmetric(information));
    }

    static RealMatrix symmetric(double[][] lower) {
        for (int j = 0; j < lower.length; j++) {
            for (int m = 0; m < j; m++) {
                lower[m][j] = lower[j][m];
            }
        }
        return MatrixUtils.createRealMatrix(lower);
    }

    private static double probability(double eta) {
        return eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));
    }

    private static double softPlus(double value) {
        return value > 0 ? value + Math.log1p(Math.exp(-value)) : Math.log1p(Math.exp(value));
    }

    public Regression regression() {
        return regression;
    }

    /** The probability of the outcome for a row. */
    public double probability(double[] row) {
        double eta = regression.coefficients().getFirst().value();
        for (int j = 0; j < row.length; j++) {
            eta += regression.coefficients().get(j + 1).value() * row[j];
        }
        return probability(eta);
    }
}
