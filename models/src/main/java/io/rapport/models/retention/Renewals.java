package io.rapport.models.retention;

import java.util.ArrayList;
import java.util.List;

/**
 * Customers with a contract whose end is seen.
 *
 * @param renewed how often they renewed it
 * @param left whether they left then, or only hadn't had more opportunities yet
 * @param customers how many customers they are
 */
public record Renewals(int renewed, boolean left, double customers) {
    public Renewals {
        if (renewed < 0 || !(customers >= 0 && customers < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(customers + " customers with " + renewed + " renewals");
        }
    }

    /** A cohort by how many are active at the beginning and after each opportunity to renew. */
    public static List<Renewals> ofCohort(double... active) {
        List<Renewals> all = new ArrayList<>();
        for (int t = 1; t < active.length; t++) {
            if (active[t] > active[t - 1]) {
                throw new IllegalArgumentException("More are active after opportunity " + t + " than before");
            }
            all.add(new Renewals(t - 1, true, active[t - 1] - active[t]));
        }
        all.add(new Renewals(active.length - 1, false, active[active.length - 1]));
        return all;
    }
}
