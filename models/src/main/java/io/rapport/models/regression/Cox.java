package io.rapport.models.regression;

import io.rapport.models.survival.Lifetime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealVector;

/**
 * Cox's regression: the risk of an end at any moment is that of all, times the exponential of a weighted sum of columns. Ties by
 * Efron's approximation.
 *
 * <p>Sources: D. R. Cox, <i>Regression models and life-tables</i>, JRSS B 34 (1972); B. Efron, <i>The efficiency of Cox's
 * likelihood function for censored data</i>, JASA 72 (1977).
 */
public final class Cox {
    private final Columns columns;
    private final List<Lifetime> lifetimes;
    /** Rows from the longest lifetime to the shortest. */
    private final int[] order;

    private Cox(List<String> names, List<double[]> rows, List<Lifetime> lifetimes) {
        if (rows.size() != lifetimes.size() || lifetimes.stream().noneMatch(Lifetime::ended)) {
            throw new IllegalArgumentException("It takes as many lifetimes as rows, one of which has ended");
        }
        this.columns = new Columns(names, rows);
        this.lifetimes = lifetimes;
        this.order = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -lifetimes.get(i).time()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * @param names of the columns
     * @param rows a value for each column
     * @param lifetimes of the rows
     */
    public static Regression fit(List<String> names, List<double[]> rows, List<Lifetime> lifetimes) {
        Cox cox = new Cox(names, rows, lifetimes);
        double alone = cox.point(MatrixUtils.createRealVector(new double[names.size()]))
                .logLikelihood();
        return Regressions.fit(cox::point, cox.columns, false, alone);
    }

    private Newton.Point point(RealVector at) {
        Moments atRisk = new Moments(at.getDimension());
        double[] score = new double[at.getDimension()];
        double[][] information = new double[at.getDimension()][at.getDimension()];
        double sum = 0;
        int next = 0;
        while (next < order.length) {
            double time = lifetimes.get(order[next]).time();
            Moments ending = new Moments(at.getDimension());
            int ends = 0;
            for (; next < order.length && lifetimes.get(order[next]).time() == time; next++) {
                double[] row = columns.rows[order[next]];
                double eta = dot(at, row);
                atRisk.add(row, Math.exp(eta));
                if (lifetimes.get(order[next]).ended()) {
                    ends++;
                    ending.add(row, Math.exp(eta));
                    sum += eta;
                    for (int j = 0; j < row.length; j++) {
                        score[j] += row[j];
                    }
                }
            }
            for (int tie = 0; tie < ends; tie++) {
                sum -= Math.log(atRisk.less(ending, (double) tie / ends, score, information));
            }
        }
        return new Newton.Point(sum, MatrixUtils.createRealVector(score), Logistic.symmetric(information));
    }

    private static double dot(RealVector at, double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += at.getEntry(j) * row[j];
        }
        return sum;
    }

    /** Weighted sums over those at risk. */
    private static final class Moments {
        private double weight;
        private final double[] first;
        private final double[][] second;

        Moments(int columns) {
            first = new double[columns];
            second = new double[columns][columns];
        }

        void add(double[] row, double by) {
            weight += by;
            for (int j = 0; j < row.length; j++) {
                first[j] += by * row[j];
                for (int m = 0; m <= j; m++) {
                    second[j][m] += by * row[j] * row[m];
                }
            }
        }

        /** Without a part of those who end: takes their mean off the score, adds their covariance, and gives their weight. */
        double less(Moments ending, double part, double[] score, double[][] information) {
            double left = weight - part * ending.weight;
            for (int j = 0; j < first.length; j++) {
                double mean = (first[j] - part * ending.first[j]) / left;
                score[j] -= mean;
                for (int m = 0; m <= j; m++) {
                    information[j][m] += (second[j][m] - part * ending.second[j][m]) / left
                            - mean * (first[m] - part * ending.first[m]) / left;
                }
            }
            return left;
        }
    }
}
