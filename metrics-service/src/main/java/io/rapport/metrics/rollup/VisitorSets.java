package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.visit.Visit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** Which visitors (by their numbers) are in which sets, as visits say. Each is in the sets of the days of its page views. */
public final class VisitorSets {
    /** Visitors with a page view. */
    public static final String VIEWED = "viewed";

    /** Visitors with a page view in a visit that reached any goal. */
    public static final String CONVERTED = "converted";

    /** The place of a set. */
    record Cell(Dimension dimension, Bucket bucket, String what, String key) {
        private Cell ofMonth() {
            return new Cell(dimension, Bucket.monthOf(bucket), what, key);
        }
    }

    private final Map<Cell, RoaringBitmap> days = new HashMap<>();
    private final Business business;
    private final Map<String, Integer> numbers;

    VisitorSets(Business business, Map<String, Integer> numbers) {
        this.business = business;
        this.numbers = numbers;
    }

    /** Visitors with a page view in a visit that reached a goal. */
    public static String reached(String goal) {
        return "goal:" + goal;
    }

    void add(Visit visit) {
        int number = numbers.get(visit.visitorId());
        ViewedDays.of(visit, business).forEach((day, views) -> {
            for (Dimension dimension : Dimension.OF_VISITS) {
                add(visit, number, dimension, day, dimension.key(visit));
            }
            views.forEach(view -> add(visit, number, Dimension.PAGE, day, Dimension.page(view)));
        });
    }

    /** What is here and not there; empty sets are left out. */
    Map<Cell, RoaringBitmap> without(VisitorSets others) {
        Map<Cell, RoaringBitmap> theirs = others.daysAndMonths();
        Map<Cell, RoaringBitmap> rest = new HashMap<>();
        daysAndMonths().forEach((cell, visitors) -> {
            RoaringBitmap there = theirs.get(cell);
            RoaringBitmap left = there == null ? visitors : RoaringBitmap.andNot(visitors, there);
            if (!left.isEmpty()) {
                rest.put(cell, left);
            }
        });
        return rest;
    }

    /** A month has the visitors of its days. */
    private Map<Cell, RoaringBitmap> daysAndMonths() {
        Map<Cell, RoaringBitmap> all = new HashMap<>(days);
        days.forEach((cell, visitors) -> all.computeIfAbsent(cell.ofMonth(), month -> new RoaringBitmap())
                .or(visitors));
        return all;
    }

    private void add(Visit visit, int number, Dimension dimension, LocalDate day, String key) {
        set(dimension, day, VIEWED, key).add(number);
        for (String goal : visit.goals()) {
            set(dimension, day, CONVERTED, key).add(number);
            set(dimension, day, reached(goal), key).add(number);
        }
    }

    private RoaringBitmap set(Dimension dimension, LocalDate day, String what, String key) {
        return days.computeIfAbsent(new Cell(dimension, Bucket.day(day), what, key), cell -> new RoaringBitmap());
    }
}
