package io.rapport.metrics.prediction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The reasons for a risk, in words: what differs from the average customer, times what it weighs. */
final class Reasons {
    private static final int SHOWN = 3;
    private static final double NOTHING = 1e-6;

    private Reasons() {}

    /** Those that weigh most, either way. */
    static List<Reason> of(Map<String, Double> coefficients, ChurnScale scale, List<String> columns, double[] row) {
        List<Reason> reasons = new ArrayList<>();
        for (int j = 0; j < row.length; j++) {
            String column = columns.get(j);
            Double mean = scale.means().get(column);
            if (mean != null) {
                double weight = scale.slope() * coefficients.get(column) * (row[j] - mean);
                if (Math.abs(weight) > NOTHING) {
                    reasons.add(new Reason(
                            column, weight > 0 ? "raises" : "lowers", words(column, row[j], mean, scale), weight));
                }
            }
        }
        reasons.sort(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.weight()))
                .thenComparing(Reason::factor));
        return List.copyOf(reasons.subList(0, Math.min(SHOWN, reasons.size())));
    }

    /** Of a customer who has stopped already, by the business's own rule. */
    static Reason stopped(int days, int inactivityDays) {
        return new Reason(
                ChurnColumns.RECENCY,
                "raises",
                "last bought " + days + " days ago, and after " + inactivityDays + " a customer counts as lost",
                0);
    }

    private static String words(String column, double value, double mean, ChurnScale scale) {
        return switch (column) {
            case ChurnColumns.RECENCY -> "last bought " + whole(value) + " days ago, on average it is " + whole(mean);
            case ChurnColumns.LATENESS ->
                value > mean
                        ? "buys later than usual: the time since the last purchase is " + ratio(value)
                                + " of the usual one"
                        : "is not late: the time since the last purchase is " + ratio(value) + " of the usual one";
            case ChurnColumns.FREQUENCY ->
                "bought on " + number(Math.exp(value)) + " days, on average it is " + number(Math.exp(mean));
            case ChurnColumns.TENURE ->
                (scale.contractual() ? "has subscribed for " : "has been a customer for ") + whole(value)
                        + " days, on average it is " + whole(mean);
            case ChurnColumns.SPEND ->
                (scale.contractual() ? "pays " : "spends ")
                        + money(value)
                        + (scale.contractual() ? " a year, on average it is " : " at a time, on average it is ")
                        + money(mean);
            case ChurnColumns.COMPLAINTS ->
                value > 0 ? "has complained " + times(value) + " in a year" : "has not complained in a year";
            case ChurnColumns.SENTIMENT ->
                value == 0
                        ? "has said nothing, or nothing good or bad, in a year"
                        : "what was said in a year is " + (value > 0 ? "friendly" : "unfriendly") + " on the whole";
            case ChurnColumns.UNSUBSCRIBED ->
                value > 0 ? "has unsubscribed from e-mails" : "has not unsubscribed from e-mails";
            case ChurnColumns.EMAIL ->
                value > 0 ? "has opened e-mails " + times(value) + " in 90 days" : "has opened no e-mail in 90 days";
            case ChurnColumns.VISITS ->
                value > 0 ? "has visited " + times(value) + " in 90 days" : "has not visited in 90 days";
            default -> trait(column, value, mean);
        };
    }

    private static String trait(String column, double value, double mean) {
        String name = column.substring(column.indexOf('.') + 1);
        int is = name.indexOf("==");
        return is < 0
                ? name + " is " + number(value) + ", on average it is " + number(mean)
                : name.substring(0, is) + (value > 0 ? " is " : " is not ") + name.substring(is + 2);
    }

    private static String whole(double log) {
        return Long.toString(Math.round(Math.expm1(log)));
    }

    private static String times(double log) {
        long times = Math.round(Math.expm1(log));
        return times == 1 ? "once" : times + " times";
    }

    private static String money(double log) {
        return String.format(Locale.ROOT, "%.2f", Math.expm1(log));
    }

    private static String number(double value) {
        return Math.abs(value - Math.rint(value)) < 0.05
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String ratio(double log) {
        return Math.round(100 * Math.exp(log)) + " %";
    }
}
