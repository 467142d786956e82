package io.rapport.metrics.web;

import io.rapport.metrics.web.RandomHistory.Sent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A second, simple way to every web metric and breakdown, straight from the raw events in memory: no database, no buckets, no
 * code in common with the service.
 */
public final class WebRecount {
    private static final Set<String> GOALS = Set.of("booking", "purchase");

    /** Numerator and denominator (null for a count). */
    public record Fraction(BigDecimal numerator, Long denominator) {
        public Fraction {
            numerator = numerator.signum() == 0 ? BigDecimal.ZERO : numerator.stripTrailingZeros();
        }

        static Fraction of(long numerator, long denominator) {
            return new Fraction(BigDecimal.valueOf(numerator), denominator);
        }
    }

    /** A page view in its visit. */
    private record View(List<Sent> visit, Sent event) {}

    private final List<List<Sent>> visits = new ArrayList<>();
    private final ZoneId zone;

    public WebRecount(Collection<Sent> sent, ZoneId zone) {
        this.zone = zone;
        Map<String, Sent> once = new LinkedHashMap<>();
        sent.forEach(event -> once.putIfAbsent(event.id(), event));
        Map<String, List<Sent>> open = new HashMap<>();
        once.values().stream()
                .filter(event -> !event.bot())
                .sorted(Comparator.comparing(Sent::at).thenComparing(Sent::id))
                .forEach(event -> {
                    List<Sent> visit = open.get(event.visitor());
                    if (visit == null || visit.getLast().at().plusSeconds(1_800).isBefore(event.at())) {
                        visit = new ArrayList<>();
                        visits.add(visit);
                        open.put(event.visitor(), visit);
                    }
                    visit.add(event);
                });
    }

    /** A metric's fraction for each key of a dimension; the dimension null has all under one key. */
    public Map<String, Fraction> count(String metric, String dimension, LocalDate from, LocalDate to) {
        List<View> views = visits.stream()
                .flatMap(visit -> visit.stream().filter(WebRecount::isView).map(event -> new View(visit, event)))
                .filter(view -> within(view.event, from, to))
                .toList();
        List<List<Sent>> begun = visits.stream()
                .filter(visit -> within(visit.getFirst(), from, to))
                .toList();
        return switch (metric) {
            case "visitors" ->
                group(
                        views,
                        dimension,
                        WebRecount::keyOf,
                        all -> count(all.stream()
                                .map(view -> view.event.visitor())
                                .distinct()
                                .count()));
            case "page_views" -> group(views, dimension, WebRecount::keyOf, all -> count(all.size()));
            case "time_on_page" ->
                group(
                        views.stream().filter(view -> timeOnPage(view) != null).toList(),
                        dimension,
                        WebRecount::keyOf,
                        all -> mean(all.stream().map(WebRecount::timeOnPage).toList()));
            case "visits" -> group(begun, dimension, WebRecount::keysOf, all -> count(all.size()));
            case "bounce_rate" -> share(begun, dimension, visit -> pages(visit) == 1);
            case "ga4_engagement_rate" -> share(begun, dimension, WebRecount::isEngaged);
            case "ga4_bounce_rate" -> share(begun, dimension, visit -> !isEngaged(visit));
            case "conversion_rate" -> share(begun, dimension, WebRecount::isConverted);
            case "conversion_rate&goal=booked" -> share(begun, dimension, visit -> has(visit, "booking"));
            case "conversion_rate&goal=add_to_cart" -> share(begun, dimension, visit -> has(visit, "add_to_cart"));
            case "conversion_rate&per=visitor" -> shareOfVisitors(views, dimension, WebRecount::isConverted);
            case "conversion_rate&per=visitor&goal=booked" ->
                shareOfVisitors(views, dimension, visit -> has(visit, "booking"));
            case "cart_abandonment_rate" ->
                share(
                        begun.stream()
                                .filter(visit -> has(visit, "add_to_cart"))
                                .toList(),
                        dimension,
                        visit -> !has(visit, "purchase"));
            case "visit_duration" ->
                group(
                        begun,
                        dimension,
                        WebRecount::keysOf,
                        all -> mean(all.stream()
                                .map(visit -> Duration.between(
                                        visit.getFirst().at(), visit.getLast().at()))
                                .toList()));
            case "pages_per_visit" ->
                group(
                        begun,
                        dimension,
                        WebRecount::keysOf,
                        all -> Fraction.of(
                                all.stream().mapToLong(WebRecount::pages).sum(), all.size()));
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private Map<String, Fraction> share(List<List<Sent>> visits, String dimension, Predicate<List<Sent>> part) {
        return group(
                visits,
                dimension,
                WebRecount::keysOf,
                all -> Fraction.of(all.stream().filter(part).count(), all.size()));
    }

    private Map<String, Fraction> shareOfVisitors(List<View> views, String dimension, Predicate<List<Sent>> part) {
        return group(
                views,
                dimension,
                WebRecount::keyOf,
                all -> Fraction.of(
                        visitors(all.stream()
                                .filter(view -> part.test(view.visit))
                                .toList()),
                        visitors(all)));
    }

    private static long visitors(List<View> views) {
        return views.stream().map(view -> view.event.visitor()).distinct().count();
    }

    private static <T> Map<String, Fraction> group(
            List<T> rows,
            String dimension,
            BiFunction<T, String, Set<String>> keys,
            Function<List<T>, Fraction> figure) {
        Map<String, List<T>> groups = new TreeMap<>();
        rows.forEach(row -> {
            Set<String> of = dimension == null ? Set.of("") : keys.apply(row, dimension);
            of.forEach(
                    key -> groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
        });
        Map<String, Fraction> figures = new TreeMap<>();
        groups.forEach((key, members) -> figures.put(key, figure.apply(members)));
        return figures;
    }

    private static Set<String> keyOf(View view, String dimension) {
        return dimension.equals("page") ? Set.of(named(view.event.page())) : keysOf(view.visit, dimension);
    }

    private static Set<String> keysOf(List<Sent> visit, String dimension) {
        List<Sent> views = visit.stream().filter(WebRecount::isView).toList();
        Sent source = views.isEmpty() ? visit.getFirst() : views.getFirst();
        String key =
                switch (dimension) {
                    case "traffic_channel" -> channel(source);
                    case "utm_source" ->
                        source.page() == null ? null : source.origin().source();
                    case "utm_medium" ->
                        source.page() == null ? null : source.origin().medium();
                    case "utm_campaign" ->
                        source.page() == null ? null : source.origin().campaign();
                    case "entry_page" ->
                        views.isEmpty() ? null : views.getFirst().page();
                    case "exit_page" -> views.isEmpty() ? null : views.getLast().page();
                    case "device" ->
                        first(
                                visit,
                                event -> event.agent() == null
                                        ? null
                                        : event.agent().device());
                    case "browser" ->
                        first(
                                visit,
                                event -> event.agent() == null
                                        ? null
                                        : event.agent().browser());
                    case "country" -> first(visit, Sent::country);
                    case "language" -> first(visit, Sent::language);
                    case "page" -> {
                        Set<String> pages = new HashSet<>();
                        views.forEach(view -> pages.add(named(view.page())));
                        yield pages.isEmpty() ? "" : String.join("\n", pages);
                    }
                    default -> throw new IllegalArgumentException(dimension);
                };
        if (dimension.equals("page")) {
            return key.isEmpty() ? Set.of() : Set.of(key.split("\n"));
        }
        return Set.of(named(key));
    }

    /** Without a page there is no query to read, but there may be a referrer. */
    private static String channel(Sent source) {
        return source.page() != null || source.origin().referrer() != null
                ? source.origin().channel()
                : "direct";
    }

    private static String first(List<Sent> visit, Function<Sent, String> part) {
        return visit.stream().map(part).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String named(String key) {
        return key == null ? "(none)" : key;
    }

    private static Duration timeOnPage(View view) {
        List<Sent> later = view.visit.subList(view.visit.indexOf(view.event) + 1, view.visit.size());
        boolean viewedAgain = false;
        for (Sent event : later) {
            boolean here = event.page() == null || event.page().equals(view.event.page());
            if (!here || event.type().equals("page_leave") && !viewedAgain) {
                return Duration.between(view.event.at(), event.at());
            }
            viewedAgain |= isView(event);
        }
        return null;
    }

    private static boolean isEngaged(List<Sent> visit) {
        Duration lasted =
                Duration.between(visit.getFirst().at(), visit.getLast().at());
        return lasted.compareTo(Duration.ofSeconds(10)) > 0 || pages(visit) >= 2 || isConverted(visit);
    }

    private static boolean isConverted(List<Sent> visit) {
        return visit.stream().anyMatch(event -> GOALS.contains(event.type()));
    }

    private static boolean has(List<Sent> visit, String type) {
        return visit.stream().anyMatch(event -> event.type().equals(type));
    }

    private static boolean isView(Sent event) {
        return event.type().equals("page_view");
    }

    private static long pages(List<Sent> visit) {
        return visit.stream().filter(WebRecount::isView).count();
    }

    private static Fraction count(long many) {
        return new Fraction(BigDecimal.valueOf(many), null);
    }

    private static Fraction mean(List<Duration> durations) {
        long microseconds =
                durations.stream().mapToLong(time -> time.toNanos() / 1_000).sum();
        return new Fraction(BigDecimal.valueOf(microseconds, 6), (long) durations.size());
    }

    private boolean within(Sent event, LocalDate from, LocalDate to) {
        LocalDate day = event.at().atZone(zone).toLocalDate();
        return !day.isBefore(from) && day.isBefore(to);
    }
}
