package io.rapport.metrics.visit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rapport.metrics.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Keeps visits equal to what the events say. The smallest bucket is the run of one visitor's events that a new fact can
 * touch: the visits within 30 minutes of it are taken away and made anew from their events, in the transaction of the fact.
 */
@ApplicationScoped
public class VisitDerivation {
    private static final int LOCKS = 64;

    private final VisitStore store;
    private final MeterRegistry meters;

    VisitDerivation(VisitStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /** The span of time in which something about a visitor has changed. */
    public record Touch(String visitorId, Instant from, Instant to) {
        static final Instant BEGINNING = Instant.parse("1969-01-01T00:00:00Z");
        static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

        /** All that the visitor ever did: what an identity change touches. */
        public static Touch everything(String visitorId) {
            return new Touch(visitorId, BEGINNING, END);
        }

        private Touch and(Touch other) {
            return new Touch(
                    visitorId, from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
        }
    }

    /**
     * Makes others who change the same visitors wait until this transaction has ended, so that none derives from events that
     * it can't see yet. Visitors share a fixed number of locks, taken in their order.
     */
    public void lockVisitors(Connection connection, String business, Collection<String> visitors) throws SQLException {
        Integer[] slots = visitors.stream()
                .map(visitor -> Math.floorMod(visitor.hashCode(), LOCKS))
                .distinct()
                .sorted()
                .toArray(Integer[]::new);
        lock(connection, business, slots);
    }

    private static void lock(Connection connection, String business, Integer[] slots) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(hashtext(?), slot) from unnest(?) as slot", business, slots)
                .list(connection, row -> true);
    }

    /** Derives anew what these changes touch. The visitors must be locked. */
    public void derive(Connection connection, String business, List<Touch> touches) throws SQLException {
        if (touches.isEmpty()) {
            return;
        }
        Timer.Sample began = Timer.start(meters);
        Collection<Touch> byVisitor = merge(touches.stream());
        List<Touch> removed = store.removeAround(connection, business, byVisitor);
        Collection<Touch> windows = merge(Stream.concat(byVisitor.stream(), removed.stream()));
        Map<String, VisitorOwners> owners = store.owners(connection, business, windows);
        List<Visit> visits = store.events(connection, business, windows).entrySet().stream()
                .flatMap(entry ->
                        Visits.of(entry.getValue(), owners.getOrDefault(entry.getKey(), VisitorOwners.NOBODY)).stream())
                .toList();
        store.insert(connection, business, visits);
        began.stop(meters.timer("rapport.metrics.visits.derivation"));
    }

    /** Throws away all that was derived for the business, and derives it again from the facts. */
    public void rebuild(Connection connection, String business) throws SQLException {
        lock(connection, business, IntStream.range(0, LOCKS).boxed().toArray(Integer[]::new));
        List<String> visitors = store.visitors(connection, business);
        store.removeAll(connection, business);
        derive(connection, business, visitors.stream().map(Touch::everything).toList());
    }

    private static Collection<Touch> merge(Stream<Touch> touches) {
        Map<String, Touch> merged = new TreeMap<>();
        touches.forEach(touch -> merged.merge(touch.visitorId(), touch, Touch::and));
        return merged.values();
    }
}
