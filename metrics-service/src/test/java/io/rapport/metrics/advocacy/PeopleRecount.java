package io.rapport.metrics.advocacy;

import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.Fraction;
import io.rapport.metrics.support.Links;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A second, simple way to the metrics of advocacy, human contact and overload. */
final class PeopleRecount implements FamilyCheck.Recount {
    private static final Set<String> RECEIVED = Set.of("email_delivered", "call_received");

    /** What began with one fact, and whether it came to its end. */
    private record Story(Deed first, boolean ended) {}

    private final List<Deed> deeds;
    private final List<Said> said;
    private final Links links;
    private final FamilyCheck check;
    private final ZoneId zone;

    PeopleRecount(List<Deed> deeds, List<Said> said, Links links, FamilyCheck check, ZoneId zone) {
        this.deeds = deeds.stream()
                .filter(deed -> !deed.bot())
                .sorted(Comparator.comparing(Deed::at).thenComparing(Deed::id))
                .toList();
        this.said = said.stream().filter(one -> !one.deleted()).toList();
        this.links = links;
        this.check = check;
        this.zone = zone;
    }

    @Override
    public Map<String, Fraction> count(String metric, String dimension, LocalDate from, LocalDate to) {
        return switch (metric) {
            case "referral_rate" -> ofActive(dimension, from, to, type -> type.equals("referral_made"));
            case "community_participation_rate" ->
                ofActive(dimension, from, to, type -> type.equals("event_attended") || type.startsWith("community_"));
            case "referral_conversion_rate" -> cohort(referrals(), dimension, from, to);
            case "event_attendance_rate" -> cohort(registrations(), dimension, from, to);
            case "store_visits" ->
                group(
                        did("store_visit"),
                        Deed::at,
                        Deed::channel,
                        dimension,
                        from,
                        to,
                        visits -> Fraction.count(visits.size()));
            case "repeat_visit_rate" ->
                group(did("store_visit"), Deed::at, Deed::channel, dimension, from, to, this::again);
            case "contact_frequency" -> contacts(dimension, from, to);
            case "advocate_count" -> Map.of("", Fraction.count(advocates(from, to)));
            default -> words(metric, dimension, from, to);
        };
    }

    private Map<String, Fraction> words(String metric, String dimension, LocalDate from, LocalDate to) {
        Predicate<Said> post = one -> one.kind().equals("post");
        Predicate<Said> which =
                switch (metric) {
                    case "user_content_count" -> post.or(one -> one.kind().equals("review"));
                    case "in_store_csat" ->
                        one -> "csat".equals(one.survey()) && one.touchpoint().contains("store");
                    default -> post;
                };
        return group(
                said.stream().filter(which).toList(),
                Said::at,
                Said::channel,
                dimension,
                from,
                to,
                of -> switch (metric) {
                    case "share_of_positive_mentions" ->
                        Fraction.of(
                                of.stream()
                                        .filter(one -> "positive".equals(one.label()))
                                        .count(),
                                of.size());
                    case "in_store_csat" ->
                        Fraction.of(of.stream().filter(one -> one.score() >= 4).count(), of.size());
                    default -> Fraction.count(of.size());
                });
    }

    private Map<String, Fraction> ofActive(String dimension, LocalDate from, LocalDate to, Predicate<String> type) {
        List<Deed> active = deeds.stream()
                .filter(deed -> !RECEIVED.contains(deed.type()) && links.customerOf(deed) != null)
                .toList();
        return group(
                active,
                Deed::at,
                Deed::channel,
                dimension,
                from,
                to,
                of -> Fraction.of(
                        customers(of.stream().filter(deed -> type.test(deed.type()))), customers(of.stream())));
    }

    private long customers(Stream<Deed> of) {
        return of.map(links::customerOf).distinct().count();
    }

    private List<Story> referrals() {
        Map<String, List<Deed>> byId = new LinkedHashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Deed deed : deeds) {
            if (deed.type().startsWith("referral_")) {
                String id = deed.property("referralId");
                String customer = links.customerOf(deed);
                String key = id != null
                        ? "id " + id
                        : "number " + customer + numbers.merge(deed.type() + customer, 1, Integer::sum);
                byId.computeIfAbsent(key, k -> new ArrayList<>()).add(deed);
            }
        }
        return stories(byId, "referral_made", "referral_converted");
    }

    private List<Story> registrations() {
        Map<String, List<Deed>> byPerson = new LinkedHashMap<>();
        for (Deed deed : deeds) {
            if (deed.type().startsWith("event_")) {
                String customer = links.customerOf(deed);
                String person = customer != null
                        ? customer
                        : Stream.of(
                                        Objects.toString(deed.property("recipient"), ""),
                                        Objects.toString(deed.visitor(), ""),
                                        deed.id())
                                .filter(id -> !id.isEmpty())
                                .findFirst()
                                .orElseThrow();
                byPerson.computeIfAbsent(deed.property("eventId") + " " + person, k -> new ArrayList<>())
                        .add(deed);
            }
        }
        return stories(byPerson, "event_registered", "event_attended");
    }

    private static List<Story> stories(Map<String, List<Deed>> facts, String begins, String ends) {
        List<Story> stories = new ArrayList<>();
        for (List<Deed> of : facts.values()) {
            of.stream()
                    .filter(deed -> deed.type().equals(begins))
                    .findFirst()
                    .ifPresent(first -> stories.add(new Story(
                            first, of.stream().anyMatch(deed -> deed.type().equals(ends)))));
        }
        return stories;
    }

    private Map<String, Fraction> cohort(List<Story> stories, String dimension, LocalDate from, LocalDate to) {
        return group(
                stories,
                story -> story.first.at(),
                story -> story.first.channel(),
                dimension,
                from,
                to,
                of -> Fraction.of(of.stream().filter(Story::ended).count(), of.size()));
    }

    private Fraction again(List<Deed> visits) {
        Set<String> came = new HashSet<>();
        Set<String> again = new HashSet<>();
        for (Deed visit : visits) {
            String person = person(visit);
            if (person != null) {
                came.add(person);
                if (did("store_visit").stream()
                        .anyMatch(next -> person.equals(person(next))
                                && next.at().isAfter(visit.at())
                                && !next.at().isAfter(visit.at().plus(Duration.ofDays(90))))) {
                    again.add(person);
                }
            }
        }
        return Fraction.of(again.size(), came.size());
    }

    private String person(Deed deed) {
        String customer = links.customerOf(deed);
        return customer != null ? customer : deed.visitor();
    }

    private Map<String, Fraction> contacts(String dimension, LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to);
        List<Deed> received = deeds.stream()
                .filter(deed -> RECEIVED.contains(deed.type()) && links.recipientOf(deed) != null)
                .toList();
        return group(received, Deed::at, PeopleRecount::contactChannel, dimension, from, to, of -> {
            Set<String> persons = of.stream().map(links::recipientOf).collect(Collectors.toSet());
            long messages = of.stream()
                    .map(deed -> List.of(
                            links.recipientOf(deed),
                            deed.type(),
                            Objects.toString(deed.property("messageId"), "only " + deed.id())))
                    .distinct()
                    .count();
            return new Fraction(BigDecimal.valueOf(messages * (7.0 / days)), (long) persons.size());
        });
    }

    private static String contactChannel(Deed deed) {
        String usual = deed.type().equals("call_received") ? "phone" : "email";
        return deed.channel() == null ? usual : deed.channel();
    }

    private long advocates(LocalDate from, LocalDate to) {
        Set<String> advocates = new HashSet<>();
        Map<String, Integer> mentions = new HashMap<>();
        for (Said one : said) {
            String customer = one.customer() != null || one.visitor() == null
                    ? links.inTheEnd(one.customer())
                    : links.ownerOfVisitor(one.visitor(), one.at());
            if (customer == null) {
                continue;
            }
            if ("nps".equals(one.survey()) && one.score() >= 9 && check.within(one.at(), from, to)) {
                advocates.add(customer);
            }
            if (one.kind().equals("post")
                    && "positive".equals(one.label())
                    && check.within(one.at(), to.minusYears(1), to)
                    && mentions.merge(customer, 1, Integer::sum) >= 3) {
                advocates.add(customer);
            }
        }
        converted(from, to).forEach(advocates::add);
        return advocates.size();
    }

    /** Whose referrals converted within a period: by the first conversion of each. */
    private List<String> converted(LocalDate from, LocalDate to) {
        List<String> customers = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        Map<String, Instant> ends = new HashMap<>();
        Map<String, Deed> begins = new LinkedHashMap<>();
        for (Deed deed : deeds) {
            if (deed.type().startsWith("referral_")) {
                String id = deed.property("referralId");
                String key = id != null
                        ? "id " + id
                        : links.customerOf(deed) + numbers.merge(deed.type() + links.customerOf(deed), 1, Integer::sum);
                if (deed.type().equals("referral_made")) {
                    begins.putIfAbsent(key, deed);
                } else {
                    ends.putIfAbsent(key, deed.at());
                }
            }
        }
        begins.forEach((key, first) -> {
            String customer = links.customerOf(first);
            if (ends.containsKey(key) && customer != null && check.within(ends.get(key), from, to)) {
                customers.add(customer);
            }
        });
        return customers;
    }

    private List<Deed> did(String type) {
        return deeds.stream().filter(deed -> deed.type().equals(type)).toList();
    }

    private <T> Map<String, Fraction> group(
            List<T> all,
            Function<T, Instant> at,
            Function<T, String> channel,
            String dimension,
            LocalDate from,
            LocalDate to,
            Function<List<T>, Fraction> figure) {
        Map<String, Fraction> figures = new HashMap<>();
        all.stream()
                .filter(one -> check.within(at.apply(one), from, to))
                .collect(Collectors.groupingBy(
                        one -> dimension == null ? "" : Objects.toString(channel.apply(one), "(none)")))
                .forEach((key, of) -> figures.put(key, figure.apply(of)));
        return figures;
    }
}
