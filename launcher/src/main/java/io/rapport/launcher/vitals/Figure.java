package io.rapport.launcher.vitals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Writes figures of one unit as a person reads them. */
record Figure(String unit) {
    static final String RATIO = "ratio";
    static final String COUNT = "count";
    static final String NOTHING = "–";
    private static final double WHOLE = 1e-9;

    String value(JsonNode total) {
        String currency = total.path("currency").asText("");
        String number = number(total.path("value"));
        return currency.isEmpty() || number.equals(NOTHING) ? number : number + " " + currency;
    }

    String number(JsonNode value) {
        if (isMissing(value)) {
            return NOTHING;
        }
        double number = value.asDouble();
        return unit.equals(RATIO) ? format("%.1f %%", number * 100) : plain(number);
    }

    private static String plain(double number) {
        return Math.abs(number - Math.rint(number)) < WHOLE ? format("%,.0f", number) : format("%,.2f", number);
    }

    String interval(JsonNode interval) {
        if (isMissing(interval) || isMissing(interval.path("low")) || isMissing(interval.path("high"))) {
            return NOTHING;
        }
        return number(interval.path("low")) + " to " + number(interval.path("high"));
    }

    /** Amounts change in proportion, ratios by percentage points, scores on a scale by points of it. */
    String change(JsonNode change) {
        if (isMissing(change)) {
            return NOTHING;
        }
        JsonNode relative = change.path("relative");
        if (unit.equals(COUNT) && !isMissing(relative)) {
            return format("%+.1f %%", relative.asDouble() * 100);
        }
        JsonNode absolute = change.path("absolute");
        return isMissing(absolute) ? NOTHING : absoluteChange(absolute.asDouble());
    }

    private String absoluteChange(double change) {
        return unit.equals(RATIO) ? format("%+.1f pts", change * 100) : format("%+.2f", change);
    }

    static String count(JsonNode n) {
        return isMissing(n) ? NOTHING : format("%,d", n.asLong());
    }

    private static boolean isMissing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ENGLISH, pattern, values);
    }
}
