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

    /** A set's place within its day. */
    private record Slot(Dimension dimension, String what, String key) {
        Cell in(Bucket bucket) {
            return new Cell(dimension, bucket, what, key);
        }
    }

    private final Map<LocalDate, Map<Slot, RoaringBitmap>> days = new HashMap<>();
    private Map<Cell, RoaringBitmap> all;
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
        all = null;
        ViewedDays.of(visit, business).forEach((day, views) -> {
            Map<Slot, RoaringBitmap> sets = days.computeIfAbsent(day, none -> new HashMap<>());
            for (Dimension dimension : Dimension.OF_VISITS) {
                add(visit, number, sets, dimension, dimension.key(visit));
            }
            views.forEach(view -> add(visit, number, sets, Dimension.PAGE, Dimension.page(view)));
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
        if (all == null) {
            Map<Cell, RoaringBitmap> found = new HashMap<>();
            days.forEach((day, sets) -> sets.forEach((slot, visitors) -> {
                Cell cell = slot.in(Bucket.day(day));
                found.put(cell, visitors);
                found.computeIfAbsent(cell.ofMonth(), month -> new RoaringBitmap())
                        .or(visitors);
            }));
            all = found;
        }
        return all;
    }

    private static void add(Visit visit, int number, Map<Slot, RoaringBitmap> sets, Dimension dimension, String key) {
        set(sets, dimension, VIEWED, key).add(number);
        for (String goal : visit.goals()) {
            set(sets, dimension, CONVERTED, key).add(number);
            set(sets, dimension, reached(goal), key).add(number);
        }
    }

    private static RoaringBitmap set(Map<Slot, RoaringBitmap> sets, Dimension dimension, String what, String key) {
        return sets.computeIfAbsent(new Slot(dimension, what, key), slot -> new RoaringBitmap());
    }
}
