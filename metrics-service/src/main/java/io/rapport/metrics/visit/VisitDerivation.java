package io.rapport.metrics.visit;

import io.rapport.metrics.business.Business;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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
    public record Change(int tasks, List<Visit> removed, List<Visit> made, Map<String, Integer> numbers) {
        public static final Change NONE = new Change(0, List.of(), List.of(), Map.of());
    }

    /**
     * Does the oldest tasks, so that the visits they touch are as the events say. The caller lets no other derive for this
     * business meanwhile.
     */
    public static Change work(Connection connection, Business business, int most) throws SQLException {
        List<VisitTasks.Touch> tasks = VisitTasks.take(connection, business.id(), most);
        return derive(connection, business, tasks.size(), VisitTasks.merge(tasks.stream()));
    }

    /** Throws away some visits of the business. @return false where it has none any more */
    public static boolean removeSome(Connection connection, String business) throws SQLException {
        return VisitTable.removeSome(connection, business) > 0;
    }

    /** The visits of these visitors of which something lies in this time, as they are now. */
    public static List<Visit> visitsOf(
            Connection connection, String business, Set<String> visitors, Instant from, Instant to)
            throws SQLException {
        return VisitTable.of(connection, business, visitors, from, to);
    }

    /** Of what is no longer kept nothing is derived: some of it may be gone, and some still there. */
    private static Stream<VisitTasks.Touch> kept(VisitTasks.Touch touch, Business business) {
        return business.keptFrom() == null ? Stream.of(touch) : touch.since(business.start(business.keptFrom()));
    }

    /** The visits that a change may touch. */
    private static List<Visit> touched(Connection connection, String business, Collection<VisitTasks.Touch> touches)
            throws SQLException {
        List<Visit> touched = new ArrayList<>(VisitTable.around(connection, business, touches));
        List<VisitTasks.Touch> following = LongVisits.following(touched);
        if (!following.isEmpty()) {
            touched.addAll(VisitTable.around(connection, business, VisitTasks.merge(following.stream())));
        }
        return following.isEmpty() ? touched : touched.stream().distinct().toList();
    }

    private static Change derive(
            Connection connection, Business business, int tasks, Collection<VisitTasks.Touch> touches)
            throws SQLException {
        if (touches.isEmpty()) {
            return new Change(tasks, List.of(), List.of(), Map.of());
        }
        List<Visit> before = touched(connection, business.id(), touches);
        Collection<VisitTasks.Touch> windows = VisitTasks.merge(Stream.concat(
                        touches.stream(),
                        before.stream()
                                .map(visit ->
                                        new VisitTasks.Touch(visit.visitorId(), visit.beganAt(), visit.endedAt())))
                .flatMap(touch -> kept(touch, business)));
        Map<String, VisitorOwners> owners = VisitEvents.owners(connection, business.id(), windows);
        Map<String, List<WebEvent>> events = VisitEvents.in(connection, business.id(), windows);
        Set<String> goOn = VisitTable.goingOn(
                connection,
                business.id(),
                before,
                events.values().stream()
                        .map(Visits::first)
                        .filter(LongVisits::mayFollowACut)
                        .toList());
        List<Visit> now = events.entrySet().stream()
                .flatMap(entry -> Visits.of(
                        entry.getValue(),
                        goOn.contains(entry.getKey()),
                        owners.getOrDefault(entry.getKey(), VisitorOwners.NOBODY),
                        business.goals())
                        .stream())
                .toList();
        VisitDifference difference = VisitDifference.between(before, now);
        Map<String, Integer> numbers = VisitorNumbers.of(
                connection,
                business.id(),
                Stream.concat(difference.removed().stream(), difference.made().stream())
                        .map(Visit::visitorId)
                        .collect(Collectors.toCollection(TreeSet::new)));
        difference.write(connection, business.id(), numbers);
        return new Change(tasks, difference.removed(), difference.made(), numbers);
    }
}
