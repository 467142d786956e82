package io.rapport.metrics.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A second, simple way to the web metrics, straight from the raw events in memory: no database, no buckets, no code in common
 * with the service.
 */
public final class Recount {
    /** An event as it was sent. */
    public record Sent(String id, String visitor, Instant at, boolean pageView, boolean bot) {}

    /** A link as it was sent; undone ones are not in the list. */
    public record Link(String visitor, String customer, Instant at) {}

    private final List<List<Sent>> visits = new ArrayList<>();
    private final List<Sent> events;
    private final Map<String, List<Link>> links = new HashMap<>();

    public Recount(Iterable<Sent> sent, List<Link> holding) {
        Map<String, Sent> once = new LinkedHashMap<>();
        sent.forEach(event -> once.putIfAbsent(event.id(), event));
        events = once.values().stream()
                .filter(event -> !event.bot())
                .sorted(Comparator.comparing(Sent::at).thenComparing(Sent::id))
                .toList();
        holding.forEach(link ->
                links.computeIfAbsent(link.visitor(), v -> new ArrayList<>()).add(link));
        links.values().forEach(list -> list.sort(Comparator.comparing(Link::at)));
        Map<String, List<Sent>> open = new HashMap<>();
        List<List<Sent>> runs = new ArrayList<>();
        for (Sent event : events) {
            List<Sent> visit = open.get(event.visitor());
            if (visit == null || visit.getLast().at().plusSeconds(1_800).isBefore(event.at())) {
                visit = new ArrayList<>();
                runs.add(visit);
                open.put(event.visitor(), visit);
            }
            visit.add(event);
        }
        runs.forEach(this::cut);
    }

    /** At each midnight before which it has gone on for a day. */
    private void cut(List<Sent> run) {
        Map<Long, List<Sent>> parts = new TreeMap<>();
        long first = run.getFirst().at().plusSeconds(86_399).getEpochSecond() / 86_400;
        for (Sent event : run) {
            long day = event.at().getEpochSecond() / 86_400;
            parts.computeIfAbsent(day <= first ? 0 : day, d -> new ArrayList<>())
                    .add(event);
        }
        visits.addAll(parts.values());
    }

    public long visits(LocalDate from, LocalDate to, ZoneId zone) {
        return visits.stream()
                .filter(visit -> within(visit.getFirst(), from, to, zone))
                .count();
    }

    public long bounces(LocalDate from, LocalDate to, ZoneId zone) {
        return visits.stream()
                .filter(visit -> within(visit.getFirst(), from, to, zone))
                .filter(visit -> visit.stream().filter(Sent::pageView).count() == 1)
                .count();
    }

    public long pageViews(LocalDate from, LocalDate to, ZoneId zone) {
        return events.stream()
                .filter(event -> event.pageView() && within(event, from, to, zone))
                .count();
    }

    public long visitors(LocalDate from, LocalDate to, ZoneId zone) {
        Set<String> visitors = new HashSet<>();
        events.stream()
                .filter(event -> event.pageView() && within(event, from, to, zone))
                .forEach(event -> visitors.add(event.visitor()));
        return visitors.size();
    }

    public long visitsOf(String customer, LocalDate from, LocalDate to, ZoneId zone) {
        return visits.stream()
                .filter(visit -> within(visit.getFirst(), from, to, zone))
                .filter(visit -> customer.equals(owner(visit)))
                .count();
    }

    private String owner(List<Sent> visit) {
        List<Link> of = links.getOrDefault(visit.getFirst().visitor(), List.of());
        String owner = of.isEmpty() ? null : of.getFirst().customer();
        for (Link link : of) {
            if (!link.at().isAfter(visit.getLast().at())) {
                owner = link.customer();
            }
        }
        return owner;
    }

    private static boolean within(Sent event, LocalDate from, LocalDate to, ZoneId zone) {
        LocalDate day = event.at().atZone(zone).toLocalDate();
        return !day.isBefore(from) && day.isBefore(to);
    }
}
