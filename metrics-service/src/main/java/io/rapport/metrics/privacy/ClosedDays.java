package io.rapport.metrics.privacy;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.value.ValueDerivation;
import io.rapport.metrics.visit.VisitTasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Days whose sums stay as they are, and whose events and visits go. */
final class ClosedDays {
    private ClosedDays() {}

    /** Lets no other derive for the business until the transaction ends. */
    static void lock(Connection connection, String business) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(hashtext('derivation'), hashtext(?))::text", business)
                .list(connection, row -> true);
    }

    static boolean anyEvent(Connection connection, String business, Instant before) throws SQLException {
        return !Sql.of("select 1 from event where business_id = ? and occurred_at < ? limit 1", business, before)
                .list(connection, row -> true)
                .isEmpty();
    }

    /**
     * Closes the days before this one, with all that was acknowledged of them counted. Visits that go on into it begin with it
     * from now on.
     *
     * @return false where something waits to be derived
     */
    static boolean close(Connection connection, Business business, LocalDate first) throws SQLException {
        lock(connection, business.id());
        if (Derivation.oldest(connection, business.id()).isPresent()) {
            return false;
        }
        Instant start = business.start(first);
        Sql.of("update business_settings set kept_from = ? where business_id = ?", first, business.id())
                .update(connection);
        List<VisitTasks.Touch> goingOn = Sql.of(
                        "select visitor_id, ended_at from visit where business_id = ? and began_at < ? and ended_at >= ?"
                                + " order by visitor_id",
                        business.id(),
                        start,
                        start)
                .list(
                        connection,
                        row -> new VisitTasks.Touch(row.getString("visitor_id"), start, Sql.instant(row, "ended_at")));
        VisitTasks.note(connection, business.id(), goingOn);
        ValueDerivation.close(connection, business, start);
        return true;
    }

    /** Removes events and visits of closed days, so many of each at most. @return whether more may be left */
    static boolean remove(Connection connection, Business business, int most) throws SQLException {
        lock(connection, business.id());
        Instant start = business.start(business.keptFrom());
        int visits = removeVisits(connection, business.id(), start, most);
        int events = Sql.of(
                        "delete from event where business_id = ? and (occurred_at, seq) in (select occurred_at, seq from event"
                                + " where business_id = ? and occurred_at < ? order by occurred_at limit ?)"
                                + " and occurred_at < ?",
                        business.id(),
                        business.id(),
                        start,
                        most,
                        start)
                .update(connection);
        return visits == most || events == most;
    }

    /** Those that go on into a day that is kept are made anew of what is kept, and end here only by that. */
    private static int removeVisits(Connection connection, String business, Instant start, int most)
            throws SQLException {
        List<String> visitors = Sql.of(
                        "delete from visit where business_id = ? and (visitor_id, began_at) in (select visitor_id, began_at"
                                + " from visit where business_id = ? and began_at < ? and ended_at < ?"
                                + " order by began_at limit ?) returning visitor_id",
                        business,
                        business,
                        start,
                        start,
                        most)
                .list(connection, row -> row.getString(1));
        forget(connection, business, visitors);
        return visitors.size();
    }

    /** Who has no visit any more is no longer known by the number that the sets have. */
    static void forget(Connection connection, String business, List<String> visitors) throws SQLException {
        Sql.of(
                        "delete from visitor r where r.business_id = ? and r.visitor_id = any (?) and not exists"
                                + " (select from visit v where v.business_id = r.business_id and v.visitor_id = r.visitor_id)",
                        business,
                        visitors.stream().distinct().sorted().toArray(String[]::new))
                .update(connection);
    }
}
