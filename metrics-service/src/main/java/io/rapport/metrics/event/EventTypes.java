package io.rapport.metrics.event;

import java.util.Set;

/** What the types of events mean to the rules: everything else about a type is the business's own. */
public final class EventTypes {
    public static final String PAGE_VIEW = "page_view";
    public static final String PAGE_LEAVE = "page_leave";
    private static final Set<String> ALWAYS_WEB = Set.of(PAGE_VIEW, PAGE_LEAVE);
    private static final Set<String> MONEY = Set.of("purchase", "refund");
    private static final String WEB_CHANNEL = "web";

    private EventTypes() {}

    /** Orders and subscriptions: a page that everybody can read may not write them. */
    static boolean serverOnly(String type) {
        return MONEY.contains(type) || type.startsWith("subscription_");
    }

    /**
     * Whether the event is a part of a visit to the web site: a page view or page leave always, anything else where its
     * channel is web, or not given and its type of no other channel.
     */
    public static boolean isWeb(String type, String channel) {
        return ALWAYS_WEB.contains(type) || WEB_CHANNEL.equals(channel) || channel == null && !ofAnotherChannel(type);
    }

    private static boolean ofAnotherChannel(String type) {
        return type.startsWith("email_")
                || type.startsWith("social_")
                || type.startsWith("survey_")
                || type.startsWith("store_")
                || type.startsWith("event_")
                || type.startsWith("referral_")
                || type.startsWith("consent_")
                || type.startsWith("subscription_");
    }
}
