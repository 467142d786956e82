package io.rapport.metrics.business;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What the metrics need to know of a business.
 *
 * @param zone the time zone in which its days begin
 * @param currency the one currency of its money
 * @param weekStart the day on which its weeks begin
 * @param inactivityDays after how many days without a purchase a customer counts as lost
 */
public record Business(String id, ZoneId zone, Currency currency, DayOfWeek weekStart, int inactivityDays) {}
