package io.rapport.metrics.spend;

import io.rapport.metrics.math.Counts;
import io.rapport.metrics.math.Interval;
import io.rapport.metrics.metric.Aggregates;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What winning customers cost. Spend is known to the cent; how many customers it wins is chance, and so the interval is that of their
 * number, taken to be Poisson's: spend over {@link Counts#garwood its two ends}.
 *
 * @param spent in minor units
 * @param withoutRate statements of spend in a currency without a rate
 * @param statements of spend, those too
 */
public record AcquisitionCost(long customers, BigDecimal spent, long withoutRate, long statements) {
    private static final String NO_NEW_CUSTOMERS = "no_new_customers";

    /** Nobody said what was spent, which is not to have spent nothing. */
    private static final String NO_SPEND = "no_spend";

    private static final String NO_RATE = "no_rate";

    public static AcquisitionCost of(Aggregates found) {
        return new AcquisitionCost(found.count(0), found.values().get(1), found.count(2), found.count(3));
    }

    /** In minor units for each customer; null where {@link #reason} says why. */
    public BigDecimal each() {
        return reason() == null ? spent.divide(BigDecimal.valueOf(customers), MathContext.DECIMAL64) : null;
    }

    /** Why there is no cost; null where there is one. */
    public String reason() {
        if (statements == 0) {
            return NO_SPEND;
        }
        if (statements == withoutRate) {
            return NO_RATE;
        }
        return customers == 0 ? NO_NEW_CUSTOMERS : null;
    }

    /** In minor units; null where nothing was spent, or there is no cost. */
    public Interval interval(double level) {
        if (reason() != null || spent.signum() == 0) {
            return null;
        }
        Interval won = Counts.garwood(customers, level);
        double all = spent.doubleValue();
        return new Interval(all / won.high(), all / won.low(), level, won.method());
    }
}
