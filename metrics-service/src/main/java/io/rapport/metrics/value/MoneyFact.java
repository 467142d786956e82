package io.rapport.metrics.value;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * An event that tells of money, with whom it is known to be of.
 *
 * @param day in the business's zone
 * @param subject the order or the subscription that it is about
 * @param named whether the event itself names the subject
 * @param minor the amount as it was given; null where none was
 * @param amount in the business's currency; null where it can't be told
 * @param plan of a subscription; null where it isn't said
 * @param period of what a subscription costs: {@code month}, {@code year}, …; null where it isn't said
 * @param reason why a subscription was cancelled, as it was said
 */
record MoneyFact(
        String source,
        String id,
        long seq,
        String type,
        Instant at,
        LocalDate day,
        String subject,
        boolean named,
        Person person,
        Place place,
        Long minor,
        String currency,
        Long amount,
        String plan,
        String period,
        String reason) {
    /** By time; what happened at the same instant in an order that doesn't depend on which arrived first. */
    static final Comparator<MoneyFact> ORDER =
            Comparator.comparing(MoneyFact::at).thenComparing(MoneyFact::source).thenComparing(MoneyFact::id);

    /** Whose it is, and the ids by which that is known; each may be null. */
    record Person(String customer, String visitor, String recipient, String phone, String handle) {}

    /** Where it happened, and what it was about; each may be null. */
    record Place(String channel, String campaign, String location, String product) {

        /** What is said here, or else there. */
        Place or(Place other) {
            return new Place(
                    channel == null ? other.channel : channel,
                    campaign == null ? other.campaign : campaign,
                    location == null ? other.location : location,
                    product == null ? other.product : product);
        }
    }

    boolean is(String other) {
        return type.equals(other);
    }

    boolean isNegative() {
        return minor != null && minor < 0;
    }
}
