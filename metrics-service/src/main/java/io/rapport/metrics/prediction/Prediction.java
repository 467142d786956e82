package io.rapport.metrics.prediction;

import java.time.LocalDate;
import java.util.List;

/**
 * What is kept of one customer.
 *
 * @param asOf the day as of which it is said
 * @param rfm null for who never ordered
 * @param outlook null where there is no fit
 * @param churn null where nothing can be said
 */
record Prediction(String customer, LocalDate asOf, Rfm rfm, Outlook outlook, ChurnRisk churn) {

    /**
     * How recently, how often and for how much.
     *
     * @param days since the last order
     * @param minor all that was spent
     */
    record Rfm(int days, long orders, long minor, RfmScale.Scores scores) {}

    /** What lies beside the columns by which customers are sorted. */
    record Detail(Integer low90, Integer high90, Integer low365, Integer high365, List<Reason> reasons) {
        static Detail of(Prediction one) {
            Outlook outlook = one.outlook;
            return new Detail(
                    outlook == null ? null : outlook.in90().range().low(),
                    outlook == null ? null : outlook.in90().range().high(),
                    outlook == null ? null : outlook.in365().range().low(),
                    outlook == null ? null : outlook.in365().range().high(),
                    one.churn == null ? List.of() : one.churn.reasons());
        }
    }
}
