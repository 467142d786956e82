package io.rapport.metrics.prediction;

import java.util.Map;

/**
 * What is known of a customer on a day, beside purchases.
 *
 * @param opened e-mails opened or clicked in the 90 days before
 * @param unsubscribed whether the customer has ever unsubscribed from e-mails
 * @param visits to the site or in person in the 90 days before
 * @param complaints feedback that was negative in the 365 days before
 * @param sentiment the mean score of what was said in that time; 0 where nothing was
 * @param subscribedDays for how long the subscription that runs has run; null without one
 * @param annual what it brings in a year; 0 where it isn't known
 * @param traits what is known of the customer, as numbers: by the column's name
 */
record Signals(
        int opened,
        boolean unsubscribed,
        int visits,
        int complaints,
        double sentiment,
        Integer subscribedDays,
        double annual,
        Map<String, Double> traits) {
    static final Signals NONE = new Signals(0, false, 0, 0, 0, null, 0, Map.of());
}
