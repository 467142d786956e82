package io.rapport.models.regression;

import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/** Columns brought to mean 0 and deviation 1, so that steps and ridges mean the same for each, and the way back. */
final class Columns {
    final List<String> names;
    final double[][] rows;
    final double[] mean;
    final double[] deviation;

    Columns(List<String> names, List<double[]> given) {
        this.names = List.copyOf(names);
        int k = names.size();
        int n = given.size();
        mean = new double[k];
        deviation = new double[k];
        rows = new double[n][k];
        for (double[] row : given) {
            if (row.length != k) {
                throw new IllegalArgumentException("A row has " + row.length + " values for " + k + " columns");
            }
            for (int j = 0; j < k; j++) {
                if (!Double.isFinite(row[j])) {
                    throw new IllegalArgumentException("The column " + names.get(j) + " has a value that is no number");
                }
                mean[j] += row[j] / n;
            }
        }
        for (double[] row : given) {
            for (int j = 0; j < k; j++) {
                deviation[j] += (row[j] - mean[j]) * (row[j] - mean[j]) / n;
            }
        }
        for (int j = 0; j < k; j++) {
            // A column that is the same in all rows up to rounding stays at 0.
            double root = Math.sqrt(deviation[j]);
            deviation[j] = root > 1e-12 * Math.abs(mean[j]) ? root : 0;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                rows[i][j] = deviation[j] == 0 ? 0 : (given.get(i)[j] - mean[j]) / deviation[j];
            }
        }
    }

    int size() {
        return names.size();
    }

    /** From coefficients of the columns as they are here to those of the columns as they were given, an intercept first if any. */
    RealMatrix back(boolean intercept) {
        int first = intercept ? 1 : 0;
        RealMatrix back = MatrixUtils.createRealIdentityMatrix(size() + first);
        for (int j = 0; j < size(); j++) {
            double scale = deviation[j] == 0 ? 0 : 1 / deviation[j];
            back.setEntry(first + j, first + j, scale);
            if (intercept) {
                back.setEntry(0, 1 + j, -mean[j] * scale);
            }
        }
        return back;
    }
}
