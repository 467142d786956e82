package io.rapport.metrics.value;

import java.util.ArrayList;
import java.util.List;

/** What counts of the facts about one order, in whatever order they came: a pure function of all of them. */
final class OrderRules {
    private OrderRules() {}

    /**
     * @param facts about the same order
     * @param mayBeRemoved whether orders were removed by the business's own rule, so that one which isn't there may have been
     */
    static List<Entry> entries(List<MoneyFact> facts, boolean mayBeRemoved) {
        List<Entry> entries = new ArrayList<>();
        MoneyFact order = null;
        Left left = null;
        List<MoneyFact> refunds = new ArrayList<>();
        for (MoneyFact fact : facts.stream().sorted(MoneyFact.ORDER).toList()) {
            if (fact.isNegative()) {
                entries.add(Entry.aside(fact, SetAside.NEGATIVE));
            } else if (fact.is(ValueTypes.REFUND)) {
                refunds.add(fact);
            } else if (order == null) {
                order = fact;
                left = Left.of(fact);
                entries.add(Entry.counted(fact));
            } else {
                entries.add(Entry.aside(fact, SetAside.REPEATED));
            }
        }
        for (MoneyFact refund : refunds) {
            if (order == null) {
                entries.add(alone(refund, mayBeRemoved));
            } else {
                entries.add(refund(refund, order, left).of(order));
            }
        }
        return entries;
    }

    /** One that names no order can't be held against any. */
    private static Entry alone(MoneyFact refund, boolean mayBeRemoved) {
        if (refund.minor() == null) {
            return Entry.aside(refund, SetAside.NO_AMOUNT);
        }
        return refund.named() && !mayBeRemoved ? Entry.aside(refund, SetAside.NO_ORDER) : Entry.counted(refund);
    }

    private static Entry refund(MoneyFact refund, MoneyFact order, Left left) {
        if (refund.minor() == null) {
            return Entry.aside(refund, SetAside.NO_AMOUNT);
        }
        if (refund.day().isBefore(order.day())) {
            return Entry.aside(refund, SetAside.BEFORE_ORDER);
        }
        return left.take(refund) ? Entry.counted(refund) : Entry.aside(refund, SetAside.BEYOND_ORDER);
    }

    /** What of an order wasn't given back yet: in its own currency where refunds are too, so that no rate matters. */
    private static final class Left {
        private final String currency;
        private final Long price;
        private final long original;
        private long taken;
        private long takenConverted;

        private Left(MoneyFact order) {
            currency = order.currency();
            original = order.minor() == null ? 0 : order.minor();
            price = order.amount();
        }

        static Left of(MoneyFact order) {
            return new Left(order);
        }

        boolean take(MoneyFact refund) {
            if (refund.currency().equals(currency)) {
                if (taken + refund.minor() > original) {
                    return false;
                }
                taken += refund.minor();
                return true;
            }
            // In another currency: by what both are worth, where that is known.
            if (currency == null) {
                return false;
            }
            if (refund.amount() == null || price == null) {
                return true;
            }
            if (takenConverted + refund.amount() > price) {
                return false;
            }
            takenConverted += refund.amount();
            return true;
        }
    }
}
