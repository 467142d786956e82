package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.visit.Visit;
import io.rapport.metrics.visit.VisitDerivation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Carries changes of visits up into the sums and sets. */
final class Rollups {
    private Rollups() {}

    static void carry(Connection connection, Business business, VisitDerivation.Change change) throws SQLException {
        RollupDelta delta = new RollupDelta(business);
        change.removed().forEach(visit -> delta.count(visit, -1));
        change.made().forEach(visit -> delta.count(visit, 1));
        RollupTable.add(connection, business.id(), delta);

        VisitorSets before = sets(business, change.removed());
        VisitorSets now = sets(business, change.made());
        Map<VisitorSets.Cell, Set<String>> added = now.without(before);
        Map<VisitorSets.Cell, Set<String>> removed = before.without(now);
        if (!removed.isEmpty()) {
            // Another visit may hold them where these were.
            Set<String> visitors = new TreeSet<>();
            removed.values().forEach(visitors::addAll);
            VisitDerivation.visitsOf(connection, business.id(), visitors).forEach(now::add);
            removed = before.without(now);
        }
        new VisitorSetTable(connection, business.id(), change.numbers()).change(added, removed);
    }

    static void removeAll(Connection connection, String business) throws SQLException {
        RollupTable.removeAll(connection, business);
        VisitorSetTable.removeAll(connection, business);
    }

    private static VisitorSets sets(Business business, List<Visit> visits) {
        VisitorSets sets = new VisitorSets(business);
        visits.forEach(sets::add);
        return sets;
    }
}
