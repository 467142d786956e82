package io.rapport.metrics.prediction;

import io.rapport.models.regression.Coefficient;
import io.rapport.models.regression.Logistic;
import io.rapport.models.regression.Regression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns of a churn model say something. Columns that say the same (how long ago, and how late) hide each other, so those
 * that say least are left out one by one, until chance explains none of the rest: by Wald's test at 5 % for all columns together
 * (Bonferroni), since a dozen columns of mere noise would else give a reason every other night.
 */
final class Telling {
    private static final double LEVEL = 0.05;

    private Telling() {}

    /**
     * @param columns those that were looked at
     * @return the coefficients of those that are left, fitted to these alone; none where nothing tells who stops
     */
    static Map<String, Double> coefficients(List<String> columns, List<double[]> rows, boolean[] outcomes) {
        List<String> left = new ArrayList<>(columns);
        double most = LEVEL / columns.size();
        while (!left.isEmpty()) {
            List<Coefficient> found = fit(columns, left, rows, outcomes);
            if (found.isEmpty()) {
                return Map.of();
            }
            Coefficient least = found.stream()
                    .max(Comparator.comparingDouble(Telling::chance))
                    .orElseThrow();
            if (chance(least) <= most) {
                Map<String, Double> telling = new LinkedHashMap<>();
                found.forEach(one -> telling.put(one.name(), one.value()));
                return telling;
            }
            left.remove(least.name());
        }
        return Map.of();
    }

    /** The most where it can't be said. */
    private static double chance(Coefficient one) {
        return Double.isNaN(one.p()) ? 1 : one.p();
    }

    private static List<Coefficient> fit(
            List<String> columns, List<String> left, List<double[]> rows, boolean[] outcomes) {
        int[] at = left.stream().mapToInt(columns::indexOf).toArray();
        List<double[]> picked = rows.stream().map(row -> pick(row, at)).toList();
        Regression fitted = Logistic.fit(left, picked, outcomes).regression();
        return fitted.coefficients().stream()
                .filter(one -> !one.name().equals(Logistic.INTERCEPT))
                .toList();
    }

    static double[] pick(double[] row, int[] at) {
        double[] picked = new double[at.length];
        for (int j = 0; j < at.length; j++) {
            picked[j] = row[at[j]];
        }
        return picked;
    }
}
