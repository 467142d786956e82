package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.visit.PageView;
import io.rapport.metrics.visit.Visit;
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
    record Cell(Dimension dimension, Bucket bucket, String what, String key) {}

    private final Map<Cell, RoaringBitmap> members = new HashMap<>();
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
        for (PageView view : visit.views()) {
            for (Bucket bucket : Bucket.of(view.at(), business)) {
                for (Dimension dimension : Dimension.values()) {
                    add(visit, number, dimension, bucket, dimension.key(visit, view));
                }
            }
        }
    }

    /** What is here and not there; empty sets are left out. */
    Map<Cell, RoaringBitmap> without(VisitorSets others) {
        Map<Cell, RoaringBitmap> rest = new HashMap<>();
        members.forEach((cell, visitors) -> {
            RoaringBitmap theirs = others.members.get(cell);
            RoaringBitmap left = theirs == null ? visitors : RoaringBitmap.andNot(visitors, theirs);
            if (!left.isEmpty()) {
                rest.put(cell, left);
            }
        });
        return rest;
    }

    private void add(Visit visit, int number, Dimension dimension, Bucket bucket, String key) {
        set(new Cell(dimension, bucket, VIEWED, key)).add(number);
        for (String goal : visit.goals()) {
            set(new Cell(dimension, bucket, CONVERTED, key)).add(number);
            set(new Cell(dimension, bucket, reached(goal), key)).add(number);
        }
    }

    private RoaringBitmap set(Cell cell) {
        return members.computeIfAbsent(cell, c -> new RoaringBitmap());
    }
}
