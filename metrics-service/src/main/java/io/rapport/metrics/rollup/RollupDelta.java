package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.visit.PageView;
import io.rapport.metrics.visit.Visit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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

        private Cell ofMonth() {
            return new Cell(dimension, Bucket.monthOf(bucket), key);
        }
    }

    private final Map<Cell, Tally> days = new HashMap<>();
    private final Business business;

    RollupDelta(Business business) {
        this.business = business;
    }

    /** @param sign 1 for a visit that was made, −1 for one that was taken away */
    void count(Visit visit, int sign) {
        LocalDate began = business.day(visit.beganAt());
        if (business.derives(began)) {
            for (Dimension dimension : Dimension.OF_VISITS) {
                tally(dimension, began, dimension.key(visit)).visit(visit, sign);
            }
            for (String page : Dimension.pages(visit)) {
                tally(Dimension.PAGE, began, page).visit(visit, sign);
            }
        }
        ViewedDays.of(visit, business).forEach((day, views) -> count(visit, day, views, sign));
    }

    /** What changes by day and by month; a month changes by what its days do. */
    Map<Cell, Tally> tallies() {
        Map<Cell, Tally> tallies = new TreeMap<>(days);
        days.forEach((cell, tally) ->
                tallies.computeIfAbsent(cell.ofMonth(), month -> new Tally()).add(tally));
        return tallies;
    }

    private void count(Visit visit, LocalDate day, List<PageView> views, int sign) {
        Tally all = new Tally();
        for (PageView view : views) {
            all.view(view, sign);
            tally(Dimension.PAGE, day, Dimension.page(view)).view(view, sign);
        }
        for (Dimension dimension : Dimension.OF_VISITS) {
            tally(dimension, day, dimension.key(visit)).add(all);
        }
    }

    private Tally tally(Dimension dimension, LocalDate day, String key) {
        return days.computeIfAbsent(new Cell(dimension, Bucket.day(day), key), cell -> new Tally());
    }
}
