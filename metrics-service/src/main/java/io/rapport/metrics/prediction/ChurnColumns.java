package io.rapport.metrics.prediction;

import java.util.ArrayList;
import java.util.List;

/**
 * What the churn model looks at: what is likely to matter most comes first. Amounts and times are taken as logarithms, since ten
 * days more or less matter where there were five, and not where there were three hundred.
 *
 * @param contractual whether of those with a subscription
 * @param traits the columns of traits, which follow the others
 * @param unit how many minor units make one of the currency
 */
record ChurnColumns(boolean contractual, List<String> traits, double unit) {
    static final String RECENCY = "recency";
    static final String LATENESS = "lateness";
    static final String FREQUENCY = "frequency";
    static final String TENURE = "tenure";
    static final String SPEND = "spend";
    static final String COMPLAINTS = "complaints";
    static final String SENTIMENT = "sentiment";
    static final String UNSUBSCRIBED = "unsubscribed";
    static final String EMAIL = "email";
    static final String VISITS = "visits";
    private static final List<String> OF_BUYERS = List.of(RECENCY, FREQUENCY, LATENESS, TENURE, SPEND);
    private static final List<String> OF_SUBSCRIBERS = List.of(TENURE, SPEND);
    private static final List<String> OF_ALL = List.of(COMPLAINTS, SENTIMENT, UNSUBSCRIBED, EMAIL, VISITS);

    List<String> names() {
        List<String> names = new ArrayList<>(contractual ? OF_SUBSCRIBERS : OF_BUYERS);
        names.addAll(traits);
        names.addAll(OF_ALL);
        return names;
    }

    /** @param buyer null for who has a subscription alone */
    double[] row(Buyer buyer, Signals signals, int day) {
        return names().stream()
                .mapToDouble(name -> value(name, buyer, signals, day))
                .toArray();
    }

    private double value(String name, Buyer buyer, Signals signals, int day) {
        return switch (name) {
            case RECENCY -> Math.log1p(since(buyer, day));
            case LATENESS -> lateness(buyer, day);
            case FREQUENCY -> Math.log(buyer.daysBefore(day));
            case TENURE -> Math.log1p(contractual ? signals.subscribedDays() : day - buyer.firstDay());
            case SPEND -> Math.log1p(contractual ? signals.annual() : perDay(buyer, day));
            case COMPLAINTS -> Math.log1p(signals.complaints());
            case SENTIMENT -> signals.sentiment();
            case UNSUBSCRIBED -> signals.unsubscribed() ? 1 : 0;
            case EMAIL -> Math.log1p(signals.opened());
            case VISITS -> Math.log1p(signals.visits());
            default -> signals.traits().getOrDefault(name, 0.0);
        };
    }

    static int since(Buyer buyer, int day) {
        return day - buyer.days()[buyer.daysBefore(day) - 1];
    }

    /** How long it is since the last purchase, beside how long it usually is between two; 0 of who has bought once. */
    private static double lateness(Buyer buyer, int day) {
        int count = buyer.daysBefore(day);
        if (count < 2) {
            return 0;
        }
        double usual = (buyer.days()[count - 1] - buyer.firstDay()) / (count - 1.0);
        return Math.log((since(buyer, day) + 1) / (usual + 1));
    }

    private double perDay(Buyer buyer, int day) {
        return buyer.spentBefore(day) / unit / buyer.daysBefore(day);
    }
}
