package io.rapport.metrics.business;

/**
 * What a business wants visitors to do.
 *
 * @param eventType the type of the event by which it is done
 */
public record Goal(String id, String eventType) {
    /** What counts where a business has named no goal. */
    public static final Goal PURCHASE = new Goal("purchase", "purchase");
}
