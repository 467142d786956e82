package io.rapport.feedback.connection.segment;

import java.util.Locale;
import java.util.Map;

/** Segment's names of events as ours, which are those of GA4 where there is one. */
final class SegmentNames {
    private static final int LONGEST = 64;
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("order_completed", "purchase"),
            Map.entry("order_refunded", "refund"),
            Map.entry("product_added", "add_to_cart"),
            Map.entry("product_removed", "remove_from_cart"),
            Map.entry("checkout_started", "begin_checkout"),
            Map.entry("product_viewed", "view_item"),
            Map.entry("cart_viewed", "view_cart"),
            Map.entry("products_searched", "search"),
            Map.entry("product_shared", "share"),
            Map.entry("cart_shared", "share"),
            Map.entry("signed_up", "sign_up"),
            Map.entry("signed_in", "login"),
            Map.entry("email_link_clicked", "email_clicked"),
            Map.entry("email_marked_as_spam", "email_complained"),
            Map.entry("unsubscribed", "email_unsubscribed"));

    private SegmentNames() {}

    static String type(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String lettered = plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "event_" + plain : plain;
        String type = KNOWN.getOrDefault(lettered, lettered);
        return type.length() > LONGEST ? type.substring(0, LONGEST) : type;
    }
}
