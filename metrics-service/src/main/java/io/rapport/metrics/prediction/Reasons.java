package io.rapport.metrics.prediction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** The reasons for a risk: what differs from the average customer, times what it weighs, of what says something at all. */
final class Reasons {
    private static final int SHOWN = 3;
    private static final double NOTHING = 1e-6;

    private final ChurnScale scale;
    private final List<String> columns;
    private final ReasonWords words;

    /** @param columns of the rows */
    Reasons(ChurnScale scale, List<String> columns, Currency currency) {
        this.scale = scale;
        this.columns = columns;
        this.words = new ReasonWords(scale.contractual(), currency);
    }

    /** Those that weigh most, either way; fewer than three, or none, where no more is known to tell customers apart. */
    List<Reason> of(double[] row) {
        List<Reason> reasons = new ArrayList<>();
        for (int j = 0; j < row.length; j++) {
            String column = columns.get(j);
            Double coefficient = scale.telling().get(column);
            if (coefficient != null) {
                double mean = scale.means().get(column);
                double weight = scale.slope() * coefficient * (row[j] - mean);
                if (Math.abs(weight) > NOTHING) {
                    reasons.add(new Reason(
                            column, weight > 0 ? "raises" : "lowers", words.of(column, row[j], mean), weight));
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
}
