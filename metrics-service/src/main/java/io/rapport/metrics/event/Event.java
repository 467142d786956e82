package io.rapport.metrics.event;

import java.time.Instant;

/**
 * Something a person did, as it was reported: never changed afterwards.
 *
 * @param source who reports it; {@code source} and {@code id} together are counted once in a business
 * @param type what was done, in the style of the GA4 recommended names: {@code page_view}, {@code purchase}, …
 * @param occurredAt when it happened, to the microsecond
 * @param amount money in the currency's minor units; null where the event bears none
 * @param properties a JSON object of the client's own making, as text; null where there is none
 */
public record Event(
        String source,
        String id,
        String type,
        Instant occurredAt,
        String visitorId,
        String customerId,
        String channel,
        String campaign,
        Page page,
        String touchpoint,
        String location,
        String product,
        Context context,
        Amount amount,
        String properties) {

    /** The page on which it happened; each part may be null. */
    public record Page(String url, String title, String referrer) {
        static final Page NONE = new Page(null, null, null);
    }

    /**
     * What is known of the browser and its place; each part may be null. The address is never kept.
     *
     * @param leftOut why nobody saw what this tells of, and it is counted nowhere; see {@link LeftOut}
     */
    public record Context(String userAgent, String language, String country, String leftOut) {}

    /** Money in minor units of its currency. */
    public record Amount(long minor, String currency) {}
}
