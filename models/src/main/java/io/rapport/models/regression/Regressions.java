package io.rapport.models.regression;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** From a hill of standardised columns to a regression of the given ones. */
final class Regressions {
    static final String RIDGE =
            "a ridge: a column follows from others, is the same for all, or tells the outcomes apart";
    private static final double WEIGHT = 0.5;

    private Regressions() {}

    /** @param intercept whether the first coefficient is one */
    static Regression fit(Newton.Hill hill, Columns columns, boolean intercept, double nullLogLikelihood) {
        int k = columns.size() + (intercept ? 1 : 0);
        int free = intercept ? 0 : -1;
        Newton.Top top = Newton.climb(hill, k, 0, free);
        String fellBackTo = top == null ? RIDGE : null;
        if (top == null) {
            top = Newton.climb(hill, k, WEIGHT, free);
        }
        int n = columns.rows.length;
        if (top == null) {
            return new Regression(
                    List.of(),
                    nullLogLikelihood,
                    nullLogLikelihood,
                    n,
                    false,
                    "no columns: even a ridge found no maximum");
        }
        RealMatrix back = columns.back(intercept);
        RealVector values = back.operate(top.coefficients());
        RealMatrix covariance = back.multiply(top.covariance()).multiplyTransposed(back);
        List<Coefficient> coefficients = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            String name = intercept ? (i == 0 ? Logistic.INTERCEPT : columns.names.get(i - 1)) : columns.names.get(i);
            coefficients.add(new Coefficient(name, values.getEntry(i), Math.sqrt(covariance.getEntry(i, i))));
        }
        return new Regression(coefficients, top.logLikelihood(), nullLogLikelihood, n, true, fellBackTo);
    }
}
