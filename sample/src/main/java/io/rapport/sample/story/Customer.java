package io.rapport.sample.story;

import java.time.LocalDate;
import java.util.List;

/**
 * A customer and how the year goes for them.
 *
 * @param since the day of the first purchase
 * @param until the day from which they buy no more; the end of the year or later for those who stay
 * @param online whether they have an account in the web shop
 * @param card whether they have a loyalty card
 * @param newsletter whether they agreed to get it
 * @param devices the visitor ids of their browsers
 * @param yearlyOrders how often they buy in an ordinary year
 * @param foundBy how they came to the bakery
 */
public record Customer(
        String id,
        LocalDate since,
        LocalDate until,
        boolean online,
        boolean card,
        boolean newsletter,
        List<String> devices,
        String town,
        double yearlyOrders,
        Source foundBy) {

    /** Where new customers come from. */
    public enum Source {
        WALK_IN,
        SEARCH,
        SOCIAL,
        CAMPAIGN,
        FRIEND
    }

    public boolean buysOn(LocalDate day) {
        return !day.isBefore(since) && day.isBefore(until);
    }

    public String email() {
        return id + "@customers.example";
    }
}
