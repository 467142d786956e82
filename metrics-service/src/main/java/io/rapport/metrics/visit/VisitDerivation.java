package io.rapport.metrics.visit;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps visits equal to what the events say. The smallest bucket is the run of one visitor's events that a new fact can
 * touch: the visits within 30 minutes of it are taken away and made anew from their events.
 */
public final class VisitDerivation {
    private VisitDerivation() {}

    /**
     * What deriving has changed.
     *
     * @param tasks how many were done
     * @param numbers the number of each visitor
     */
    public record Change(int tasks, List<Visit> removed, List<Visit> made, Map<String, Integer> numbers) {}

    /**
     * Does the oldest tasks, so that the visits they touch are as the events say. The caller lets no other derive for this
     * business meanwhile.
     */
    public static Change work(Connection connection, Business business, int most) throws SQLException {
        List<VisitTasks.Touch> tasks = VisitTasks.take(connection, business.id(), most);
        Stream<VisitTasks.Touch> named = tasks.stream().filter(task -> task.visitorId() != null);
        return derive(connection, business, tasks.size(), VisitTasks.merge(named));
    }

    /** Whether a task calls for everything of the business. */
    public static boolean everythingIsAsked(Connection connection, String business) throws SQLException {
        return !Sql.of("delete from visit_task where business_id = ? and visitor_id is null returning 1", business)
                .list(connection, row -> true)
                .isEmpty();
    }

    /** Throws away all visits of the business and notes that each visitor's are to be derived again. */
    public static void forget(Connection connection, String business) throws SQLException {
        VisitTable.removeAll(connection, business);
        VisitTasks.noteEachDay(connection, business);
    }

    /** All visits of these visitors, as they are now. */
    public static List<Visit> visitsOf(Connection connection, String business, Set<String> visitors)
            throws SQLException {
        return VisitTable.of(connection, business, visitors);
    }

    /** Of what is no longer kept nothing is derived: some of it may be gone, and some still there. */
    private static Stream<VisitTasks.Touch> kept(VisitTasks.Touch touch, Business business) {
        return business.keptFrom() == null ? Stream.of(touch) : touch.since(business.start(business.keptFrom()));
    }

    private static List<Visit> remove(Connection connection, String business, Collection<VisitTasks.Touch> touches)
            throws SQLException {
        List<Visit> removed = new ArrayList<>(VisitTable.removeAround(connection, business, touches));
        List<VisitTasks.Touch> following = LongVisits.following(removed);
        if (!following.isEmpty()) {
            removed.addAll(VisitTable.removeAround(connection, business, VisitTasks.merge(following.stream())));
        }
        return removed;
    }

    private static Change derive(
            Connection connection, Business business, int tasks, Collection<VisitTasks.Touch> touches)
            throws SQLException {
        if (touches.isEmpty()) {
            return new Change(tasks, List.of(), List.of(), Map.of());
        }
        List<Visit> removed = remove(connection, business.id(), touches);
        Collection<VisitTasks.Touch> windows = VisitTasks.merge(Stream.concat(
                        touches.stream(),
                        removed.stream()
                                .map(visit ->
                                        new VisitTasks.Touch(visit.visitorId(), visit.beganAt(), visit.endedAt())))
                .flatMap(touch -> kept(touch, business)));
        Map<String, VisitorOwners> owners = VisitEvents.owners(connection, business.id(), windows);
        Map<String, List<WebEvent>> events = VisitEvents.in(connection, business.id(), windows);
        Set<String> goOn = VisitTable.goingOn(
                connection,
                business.id(),
                events.values().stream()
                        .map(Visits::first)
                        .filter(LongVisits::mayFollowACut)
                        .toList());
        List<Visit> made = events.entrySet().stream()
                .flatMap(entry -> Visits.of(
                        entry.getValue(),
                        goOn.contains(entry.getKey()),
                        owners.getOrDefault(entry.getKey(), VisitorOwners.NOBODY),
                        business.goals())
                        .stream())
                .toList();
        Map<String, Integer> numbers = VisitorNumbers.of(
                connection,
                business.id(),
                Stream.concat(removed.stream(), made.stream())
                        .map(Visit::visitorId)
                        .collect(Collectors.toCollection(TreeSet::new)));
        VisitTable.insert(connection, business.id(), made, numbers);
        return new Change(tasks, removed, made, numbers);
    }
}
