package io.rapport.metrics.business;

import io.rapport.frame.http.Network;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * What the metrics need to know of a business.
 *
 * @param zone the time zone in which its days begin
 * @param currency the one currency of its money
 * @param weekStart the day on which its weeks begin
 * @param inactivityDays after how many days without a purchase a customer counts as lost
 * @param goals what it wants visitors to do; a purchase where it named nothing
 * @param internalNetworks from where its own people visit its site
 */
public record Business(
        String id,
        ZoneId zone,
        Currency currency,
        DayOfWeek weekStart,
        int inactivityDays,
        List<Goal> goals,
        List<Network> internalNetworks) {

    public Business {
        goals = goals.isEmpty() ? List.of(Goal.PURCHASE) : List.copyOf(goals);
    }

    /** Whether visits and their sums come out the same. */
    boolean derivesLike(Business other) {
        return zone.equals(other.zone) && goals.equals(other.goals);
    }
}
