package io.rapport.metrics.retention;

import io.rapport.metrics.metric.Aggregates;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.Measure;
import io.rapport.metrics.metric.Money;
import io.rapport.metrics.value.RatioOfSums;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import java.util.List;

/** Recurring revenue that was lost, over what there was: both a month's. */
record LostRevenue(Currency currency) implements Measure {
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    @Override
    public List<String> aggregates() {
        return RatioOfSums.names();
    }

    @Override
    public Figure figure(Aggregates found, double level) {
        RatioOfSums ratio = RatioOfSums.of(found);
        boolean empty = ratio.isEmpty();
        return new Figure.Scalar(
                        empty ? null : ratio.value(),
                        monthly(ratio.x()),
                        monthly(ratio.o()),
                        ratio.n(),
                        ratio.interval(level),
                        Figure.reliability(ratio.n()),
                        empty ? Figure.NO_DATA : null)
                .with("currency", currency.getCurrencyCode())
                .with("gross", empty ? null : share(ratio.extra(1), ratio.o()))
                .with("net", empty ? null : share(ratio.extra(2), ratio.o()))
                .with("withoutPrice", ratio.extra(3).longValueExact());
    }

    private Money monthly(BigDecimal annual) {
        return Money.ofMinor(annual.divide(MONTHS, MathContext.DECIMAL64), currency);
    }

    private static double share(BigDecimal lost, BigDecimal all) {
        return lost.doubleValue() / all.doubleValue();
    }
}
