package io.rapport.metrics.math;

/**
 * The Net Promoter Score: the percentage of promoters (9–10) minus that of detractors (0–6), from −100 to 100.
 *
 * <p>Source: F. F. Reichheld, <i>The one number you need to grow</i>, Harvard Business Review 81 (2003). Each answer counts as
 * +1, 0 or −1; the margin of error is the normal interval of their mean, with the variance p + d − (p − d)².
 *
 * @param promoters answers of 9 and 10
 * @param detractors answers of 0 to 6
 * @param n all answers, passives (7 and 8) included
 */
public record NetPromoter(long promoters, long detractors, long n) {

    /** The score; NaN without answers. */
    public double score() {
        return n == 0 ? Double.NaN : 100.0 * (promoters - detractors) / n;
    }

    /** The margin-of-error interval, cut at −100 and 100; null without answers. */
    public Interval interval(double level) {
        if (n == 0) {
            return null;
        }
        double half = Proportions.quantile(level) * standardError();
        return new Interval(Math.max(-100, score() - half), Math.min(100, score() + half), level, "normal");
    }

    /** The interval of this score minus another of independent answers; null where either has none. */
    public Interval difference(NetPromoter other, double level) {
        if (n == 0 || other.n == 0) {
            return null;
        }
        double difference = score() - other.score();
        double half = Proportions.quantile(level) * Math.hypot(standardError(), other.standardError());
        return new Interval(difference - half, difference + half, level, "normal");
    }

    private double standardError() {
        double p = (double) promoters / n;
        double d = (double) detractors / n;
        return 100 * Math.sqrt(Math.max(0, p + d - (p - d) * (p - d)) / n);
    }
}
