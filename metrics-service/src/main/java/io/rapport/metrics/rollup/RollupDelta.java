package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.visit.PageView;
import io.rapport.metrics.visit.Visit;
import java.util.Map;
import java.util.TreeMap;

/** What visits that were taken away and visits that were made anew change in the sums. */
final class RollupDelta {
    /** The place of a sum. */
    record Cell(Dimension dimension, Bucket bucket, String key) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            int order = dimension.compareTo(other.dimension);
            order = order != 0 ? order : bucket.grain().compareTo(other.bucket.grain());
            order = order != 0 ? order : bucket.from().compareTo(other.bucket.from());
            return order != 0 ? order : key.compareTo(other.key);
        }
    }

    private final Map<Cell, Tally> tallies = new TreeMap<>();
    private final Business business;

    RollupDelta(Business business) {
        this.business = business;
    }

    /** @param sign 1 for a visit that was made, −1 for one that was taken away */
    void count(Visit visit, int sign) {
        for (Bucket bucket : Bucket.of(visit.beganAt(), business)) {
            for (Dimension dimension : Dimension.values()) {
                for (String key : dimension.keys(visit)) {
                    tally(dimension, bucket, key).visit(visit, sign);
                }
            }
        }
        for (PageView view : visit.views()) {
            for (Bucket bucket : Bucket.of(view.at(), business)) {
                for (Dimension dimension : Dimension.values()) {
                    tally(dimension, bucket, dimension.key(visit, view)).view(view, sign);
                }
            }
        }
    }

    Map<Cell, Tally> tallies() {
        return tallies;
    }

    private Tally tally(Dimension dimension, Bucket bucket, String key) {
        return tallies.computeIfAbsent(new Cell(dimension, bucket, key), cell -> new Tally());
    }
}
