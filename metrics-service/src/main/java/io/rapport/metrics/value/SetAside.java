package io.rapport.metrics.value;

/** Why a fact about money is kept and counted nowhere. */
final class SetAside {
    /** It bears an amount below zero. */
    static final String NEGATIVE = "negative";
    /** Another event tells of the same order. */
    static final String REPEATED = "repeated_order";
    /** A refund of an order that hasn't come, or not yet. */
    static final String NO_ORDER = "refund_without_order";
    /** A refund of a day before its order's. */
    static final String BEFORE_ORDER = "refund_before_order";
    /** A refund of more than is left of its order. */
    static final String BEYOND_ORDER = "refund_beyond_order";
    /** A refund that doesn't say of how much. */
    static final String NO_AMOUNT = "refund_without_amount";
    /** A subscription ends that hasn't begun, or not yet. */
    static final String ENDS_BEFORE_BEGINNING = "ends_before_beginning";
    /** A subscription changes or ends after it has ended. */
    static final String ENDED_ALREADY = "ended_already";
    /** It names no subscription and nobody whose it could be. */
    static final String NO_SUBSCRIPTION = "no_subscription";

    private SetAside() {}
}
