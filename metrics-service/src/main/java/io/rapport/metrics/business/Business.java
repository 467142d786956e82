package io.rapport.metrics.business;

import io.rapport.frame.http.Network;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
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
 * @param keepEventsMonths after how many whole months events are removed; null for never
 * @param keptFrom the first day of which events are still kept; null where none were removed
 * @param rates what other currencies are worth in its own
 * @param margin its gross margin, from 0 to 1; null where it gives none
 */
public record Business(
        String id,
        ZoneId zone,
        Currency currency,
        DayOfWeek weekStart,
        int inactivityDays,
        List<Goal> goals,
        List<Network> internalNetworks,
        Integer keepEventsMonths,
        LocalDate keptFrom,
        Rates rates,
        BigDecimal margin) {

    public Business {
        goals = goals.isEmpty() ? List.of(Goal.PURCHASE) : List.copyOf(goals);
    }

    /** The day before which its own rule wants no events at a moment: the first of a month; null where it has no such rule. */
    public LocalDate wantedFrom(Instant now) {
        return keepEventsMonths == null
                ? null
                : LocalDate.ofInstant(now, zone).withDayOfMonth(1).minusMonths(keepEventsMonths);
    }

    /** The first day of which an event may still come: by its rule, and by what was removed already; null for any. */
    public LocalDate takenFrom(Instant now) {
        LocalDate wanted = wantedFrom(now);
        return keptFrom == null || wanted != null && wanted.isAfter(keptFrom) ? wanted : keptFrom;
    }

    /** Its day in which a moment lies. */
    public LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** When a day of its begins. */
    public Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Whether what is derived of a day follows its events: they are still there. */
    public boolean derives(LocalDate day) {
        return keptFrom == null || !day.isBefore(keptFrom);
    }

    /** Whether visits and their sums come out the same. */
    boolean derivesLike(Business other) {
        return zone.equals(other.zone) && goals.equals(other.goals);
    }

    /** Whether amounts and their days come out the same. */
    boolean valuesLike(Business other) {
        return zone.equals(other.zone) && rates.equals(other.rates);
    }
}
