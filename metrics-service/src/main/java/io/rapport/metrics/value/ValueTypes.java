package io.rapport.metrics.value;

import java.util.List;

/** The types of events that tell of money. */
public final class ValueTypes {
    public static final String PURCHASE = "purchase";
    public static final String REFUND = "refund";
    static final String STARTED = "subscription_started";
    static final String RENEWED = "subscription_renewed";
    static final String CHANGED = "subscription_changed";
    static final String CANCELLED = "subscription_cancelled";

    private static final List<String> ALL = List.of(PURCHASE, REFUND, STARTED, RENEWED, CHANGED, CANCELLED);

    private ValueTypes() {}

    /** Whether something is derived of such an event's money. */
    public static boolean has(String type) {
        return ALL.contains(type);
    }

    static boolean ofSubscription(String type) {
        return !type.equals(PURCHASE) && !type.equals(REFUND);
    }

    static String[] all() {
        return ALL.toArray(String[]::new);
    }
}
