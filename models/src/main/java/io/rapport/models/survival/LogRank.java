package io.rapport.models.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.special.Gamma;

/**
 * The log-rank test of whether the lifetimes of several groups differ: the ends in each group against those that its share of
 * the numbers at risk lets expect, with the hypergeometric covariance.
 *
 * <p>Source: N. Mantel, <i>Evaluation of survival data and two new rank order statistics arising in its consideration</i>, Cancer
 * Chemotherapy Reports 50 (1966); for more groups R. Peto, J. Peto, JRSS A 135 (1972).
 *
 * @param degrees of freedom: the groups that were at risk while anything ended, less one
 * @param p the probability of as great a difference by chance; null where there is nothing to compare
 */
public record LogRank(double chiSquared, int degrees, Double p) {

    public static LogRank of(List<? extends Collection<Lifetime>> groups) {
        int k = groups.size();
        TreeMap<Double, long[][]> byTime = new TreeMap<>();
        long[] atRisk = new long[k];
        for (int g = 0; g < k; g++) {
            for (Lifetime lifetime : groups.get(g)) {
                byTime.computeIfAbsent(lifetime.time(), time -> new long[2][k])[lifetime.ended() ? 0 : 1][g]++;
                atRisk[g]++;
            }
        }
        double[] excess = new double[k];
        RealMatrix covariance = MatrixUtils.createRealMatrix(k, k);
        for (long[][] at : byTime.values()) {
            add(at[0], atRisk, excess, covariance);
            for (int g = 0; g < k; g++) {
                atRisk[g] -= at[0][g] + at[1][g];
            }
        }
        return test(excess, covariance);
    }

    private static void add(long[] ends, long[] atRisk, double[] excess, RealMatrix covariance) {
        double d = Arrays.stream(ends).sum();
        double n = Arrays.stream(atRisk).sum();
        if (d == 0) {
            return;
        }
        double factor = n > 1 ? d * (n - d) / (n - 1) : 0;
        for (int g = 0; g < ends.length; g++) {
            double share = atRisk[g] / n;
            excess[g] += ends[g] - d * share;
            for (int h = 0; h < ends.length; h++) {
                covariance.addToEntry(g, h, factor * share * ((g == h ? 1 : 0) - atRisk[h] / n));
            }
        }
    }

    /** One group follows from the others and is left out, as is any that was never at risk beside another. */
    private static LogRank test(double[] excess, RealMatrix covariance) {
        List<Integer> compared = new ArrayList<>();
        for (int g = 0; g < excess.length; g++) {
            if (covariance.getEntry(g, g) > 0) {
                compared.add(g);
            }
        }
        if (compared.size() < 2) {
            return new LogRank(0, 0, null);
        }
        int[] kept = compared.stream().skip(1).mapToInt(g -> g).toArray();
        RealMatrix inner = covariance.getSubMatrix(kept, kept);
        RealVector difference = MatrixUtils.createRealVector(
                Arrays.stream(kept).mapToDouble(g -> excess[g]).toArray());
        RealVector solved = new SingularValueDecomposition(inner).getSolver().solve(difference);
        double chiSquared = solved.dotProduct(difference);
        return new LogRank(chiSquared, kept.length, upperTail(chiSquared, kept.length));
    }

    private static double upperTail(double chiSquared, int degrees) {
        return Gamma.regularizedGammaQ(degrees / 2.0, chiSquared / 2);
    }
}
