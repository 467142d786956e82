package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.visit.Visit;
import io.rapport.metrics.visit.VisitDerivation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/** Carries changes of visits up into the sums and sets. */
final class Rollups {
    /** Each a table that holds rows itself, by whose places some of them can be named. */
    private static final List<String> DERIVED =
            List.of("web_rollup", "web_goal", "web_visitors_by_day", "web_visitors_by_month");

    private static final int AT_ONCE = 20_000;

    private Rollups() {}

    static void carry(Connection connection, Business business, VisitDerivation.Change change) throws SQLException {
        RollupDelta delta = new RollupDelta(business);
        change.removed().forEach(visit -> delta.count(visit, -1));
        change.made().forEach(visit -> delta.count(visit, 1));
        RollupTable.add(connection, business.id(), delta);

        VisitorSets before = sets(business, change, change.removed());
        VisitorSets now = sets(business, change, change.made());
        Map<VisitorSets.Cell, RoaringBitmap> added = now.without(before);
        Map<VisitorSets.Cell, RoaringBitmap> removed = before.without(now);
        if (!removed.isEmpty()) {
            // Another visit may hold them where these were.
            othersAbout(connection, business, change, removed).forEach(now::add);
            removed = before.without(now);
        }
        new VisitorSetTable(connection, business.id()).change(added, removed);
    }

    /** Removes some of what can be derived again. @return false where nothing of it is left */
    static boolean removeSome(Connection connection, Business business) throws SQLException {
        for (String table : DERIVED) {
            if (removeSome(connection, business, table) > 0) {
                return true;
            }
        }
        return false;
    }

    private static int removeSome(Connection connection, Business business, String table) throws SQLException {
        Sql some = Sql.of("select ctid from " + table + " where business_id = ?", business.id());
        if (business.keptFrom() != null) {
            some.add("and bucket >= ?", business.keptFrom());
        }
        return Sql.of("delete from " + table + " where ctid = any (array(")
                .add(some)
                .add("limit ?))", AT_ONCE)
                .update(connection);
    }

    /** All visits of the visitors of these sets, in the time that these are of. */
    private static List<Visit> othersAbout(
            Connection connection,
            Business business,
            VisitDerivation.Change change,
            Map<VisitorSets.Cell, RoaringBitmap> sets)
            throws SQLException {
        List<Bucket> buckets =
                sets.keySet().stream().map(VisitorSets.Cell::bucket).distinct().toList();
        LocalDate from =
                buckets.stream().map(Bucket::from).min(LocalDate::compareTo).orElseThrow();
        LocalDate to =
                buckets.stream().map(Bucket::to).max(LocalDate::compareTo).orElseThrow();
        Set<String> visitors = visitorsIn(sets, change.numbers());
        return VisitDerivation.visitsOf(connection, business.id(), visitors, business.start(from), business.start(to));
    }

    private static Set<String> visitorsIn(Map<VisitorSets.Cell, RoaringBitmap> sets, Map<String, Integer> numbers) {
        RoaringBitmap all = new RoaringBitmap();
        sets.values().forEach(all::or);
        return numbers.entrySet().stream()
                .filter(entry -> all.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static VisitorSets sets(Business business, VisitDerivation.Change change, List<Visit> visits) {
        VisitorSets sets = new VisitorSets(business, change.numbers());
        visits.forEach(sets::add);
        return sets;
    }
}
