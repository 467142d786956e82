package io.rapport.metrics.prediction;

import java.util.Currency;
import java.util.Locale;

/** Says in words what a customer is like, beside the average one. */
final class ReasonWords {
    private static final String AVERAGE = ", on average it is ";

    private final boolean contractual;
    private final Currency currency;

    ReasonWords(boolean contractual, Currency currency) {
        this.contractual = contractual;
        this.currency = currency;
    }

    /**
     * @param value of the column, as the model sees it
     * @param mean of all customers
     */
    String of(String column, double value, double mean) {
        return switch (column) {
            case ChurnColumns.RECENCY -> "last bought " + days(value) + " ago" + AVERAGE + whole(mean);
            case ChurnColumns.LATENESS -> lateness(value);
            case ChurnColumns.FREQUENCY ->
                "bought on " + counted(number(Math.exp(value)), "day") + AVERAGE + number(Math.exp(mean));
            case ChurnColumns.TENURE ->
                (contractual ? "has subscribed for " : "has been a customer for ")
                        + days(value)
                        + AVERAGE
                        + whole(mean);
            case ChurnColumns.SPEND ->
                (contractual ? "pays " : "spends ")
                        + money(value)
                        + (contractual ? " a year" : " at a time")
                        + AVERAGE
                        + money(mean);
            case ChurnColumns.COMPLAINTS ->
                value > 0
                        ? "has complained " + times(value) + " in a year" + beside(value, mean)
                        : "has not complained in a year";
            case ChurnColumns.SENTIMENT -> sentiment(value, mean);
            case ChurnColumns.UNSUBSCRIBED ->
                value > 0 ? "has unsubscribed from e-mails" : "has not unsubscribed from e-mails";
            case ChurnColumns.EMAIL ->
                value > 0
                        ? "has opened e-mails " + times(value) + " in 90 days" + beside(value, mean)
                        : "has opened no e-mail in 90 days";
            case ChurnColumns.VISITS ->
                value > 0
                        ? "has visited " + times(value) + " in 90 days" + beside(value, mean)
                        : "has not visited in 90 days";
            default -> trait(column, value, mean);
        };
    }

    /** Against the customer's own habit, which the average of all says nothing of. */
    private static String lateness(double log) {
        double ratio = Math.exp(log);
        if (log == 0) {
            return "is right on time, or has bought only once so far";
        }
        return ratio > 1
                ? "is later than usual for them: the last purchase is " + number(ratio)
                        + " times as long ago as they usually wait"
                : "is not late yet, as often as they usually buy: " + Math.round(100 * ratio)
                        + " % of the usual time has passed";
    }

    private static String sentiment(double value, double mean) {
        if (value == 0) {
            return "has said nothing, or nothing good or bad, in a year";
        }
        boolean friendly = value > 0;
        boolean less = friendly ? value < mean : value > mean;
        return "what was said in a year is " + (friendly ? "friendly" : "unfriendly") + " on the whole"
                + (less ? ", but less so than on average" : "");
    }

    private static String beside(double value, double mean) {
        return value > mean ? ", more often than the average customer" : ", less often than the average customer";
    }

    private static String trait(String column, double value, double mean) {
        String name = column.substring(column.indexOf('.') + 1);
        int is = name.indexOf("==");
        return is < 0
                ? name + " is " + number(value) + AVERAGE + number(mean)
                : name.substring(0, is) + (value > 0 ? " is " : " is not ") + name.substring(is + 2);
    }

    private static String days(double log) {
        return counted(whole(log), "day");
    }

    private static String counted(String number, String what) {
        return number + " " + what + (number.equals("1") ? "" : "s");
    }

    private static String whole(double log) {
        return Long.toString(Math.round(Math.expm1(log)));
    }

    private static String times(double log) {
        long times = Math.round(Math.expm1(log));
        return times == 1 ? "once" : times + " times";
    }

    private String money(double log) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        return String.format(Locale.ROOT, "%." + digits + "f %s", Math.expm1(log), currency.getCurrencyCode());
    }

    private static String number(double value) {
        return Math.abs(value - Math.rint(value)) < 0.05
                ? Long.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
