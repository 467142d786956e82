package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.visit.PageView;
import io.rapport.metrics.visit.Visit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which visitors are in which sets, as visits say. */
public final class VisitorSets {
    /** Visitors with a page view. */
    public static final String VIEWED = "viewed";

    /** Visitors with a visit. */
    public static final String VISITED = "visited";

    /** Visitors who reached any goal in a visit. */
    public static final String CONVERTED = "converted";

    /** The place of a set. */
    record Cell(Dimension dimension, Bucket bucket, String what, String key) {}

    private final Map<Cell, Set<String>> members = new HashMap<>();
    private final Business business;

    VisitorSets(Business business) {
        this.business = business;
    }

    /** Visitors who reached a goal in a visit. */
    public static String reached(String goal) {
        return "goal:" + goal;
    }

    void add(Visit visit) {
        for (Bucket bucket : Bucket.of(visit.beganAt(), business.zone())) {
            for (Dimension dimension : Dimension.values()) {
                for (String key : dimension.keys(visit)) {
                    add(new Cell(dimension, bucket, VISITED, key), visit);
                    for (String goal : visit.goals()) {
                        add(new Cell(dimension, bucket, CONVERTED, key), visit);
                        add(new Cell(dimension, bucket, reached(goal), key), visit);
                    }
                }
            }
        }
        for (PageView view : visit.views()) {
            for (Bucket bucket : Bucket.of(view.at(), business.zone())) {
                for (Dimension dimension : Dimension.values()) {
                    add(new Cell(dimension, bucket, VIEWED, dimension.key(visit, view)), visit);
                }
            }
        }
    }

    /** What is here and not there. */
    Map<Cell, Set<String>> without(VisitorSets others) {
        Map<Cell, Set<String>> rest = new HashMap<>();
        members.forEach((cell, visitors) -> {
            Set<String> left = new HashSet<>(visitors);
            left.removeAll(others.members.getOrDefault(cell, Set.of()));
            if (!left.isEmpty()) {
                rest.put(cell, left);
            }
        });
        return rest;
    }

    private void add(Cell cell, Visit visit) {
        members.computeIfAbsent(cell, c -> new HashSet<>()).add(visit.visitorId());
    }
}
