package io.rapport.feedback.connection.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Payloads;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a subscription costs in a period. Ours are a month or a year: of what is paid for a quarter a third is a month's.
 *
 * @param period {@code month} or {@code year}
 */
record StripePlan(String name, BigDecimal amount, String currency, String period) {
    private static final int MONTHS_OF_YEAR = 12;
    private static final double SECONDS_OF_MONTH = 365.25 / MONTHS_OF_YEAR * 86_400;

    static StripePlan of(JsonNode subscription) {
        long units = 0;
        int months = 1;
        String currency = Payloads.text(subscription.path("currency"));
        String name = null;
        for (JsonNode item : subscription.at("/items/data")) {
            JsonNode price = item.has("price") ? item.path("price") : item.path("plan");
            units += price.path("unit_amount").asLong(price.path("amount").asLong())
                    * item.path("quantity").asLong(1);
            currency = currency == null ? Payloads.text(price.path("currency")) : currency;
            name = name == null ? name(price) : name;
            months = months(price.has("recurring") ? price.path("recurring") : price);
        }
        return of(units, currency, months, name);
    }

    static StripePlan of(long units, String currency, int months, String name) {
        boolean yearly = months % MONTHS_OF_YEAR == 0;
        int periods = yearly ? months / MONTHS_OF_YEAR : months;
        BigDecimal whole = StripeMoney.amount(units, currency);
        BigDecimal each = whole == null
                ? null
                : whole.divide(BigDecimal.valueOf(periods), StripeMoney.digits(currency), RoundingMode.HALF_EVEN);
        return new StripePlan(name, each, currency, yearly ? "year" : "month");
    }

    /** What is billed by days or weeks is taken for as many months as it comes to, and at least one. */
    private static int months(JsonNode recurring) {
        int count = Math.max(1, recurring.path("interval_count").asInt(1));
        return switch (recurring.path("interval").asText("month")) {
            case "year" -> count * MONTHS_OF_YEAR;
            case "week" -> months(count * 7L * 86_400);
            case "day" -> months(count * 86_400L);
            default -> count;
        };
    }

    static int months(long seconds) {
        return (int) Math.max(1, Math.round(seconds / SECONDS_OF_MONTH));
    }

    private static String name(JsonNode price) {
        String nickname = Payloads.text(price.path("nickname"));
        return nickname == null ? Payloads.text(price.path("id")) : nickname;
    }
}
