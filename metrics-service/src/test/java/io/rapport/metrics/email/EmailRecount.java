package io.rapport.metrics.email;

import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.Fraction;
import io.rapport.metrics.support.Links;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A second, simple way to every e-mail metric: from the facts in memory, mailing by mailing. */
final class EmailRecount implements FamilyCheck.Recount {
    private static final Set<String> GOALS = Set.of("booking", "purchase");

    private record Mailing(String message, String recipient, List<Deed> facts) {
        boolean has(String type) {
            return facts.stream().anyMatch(fact -> fact.type().equals(type));
        }

        boolean opened() {
            return facts.stream().anyMatch(fact -> fact.type().equals("email_opened") && !machine(fact));
        }

        boolean openedByMachine() {
            return facts.stream().anyMatch(fact -> fact.type().equals("email_opened") && machine(fact));
        }

        List<Deed> clicks() {
            return facts.stream()
                    .filter(fact -> fact.type().equals("email_clicked") && !machine(fact))
                    .toList();
        }

        Deed first(String type) {
            return facts.stream()
                    .filter(fact -> fact.type().equals(type))
                    .findFirst()
                    .orElse(null);
        }

        static boolean machine(Deed fact) {
            return "true".equals(fact.property("machine"));
        }
    }

    private final List<Deed> deeds;
    private final Links links;
    private final FamilyCheck check;
    private final ZoneId zone;

    EmailRecount(List<Deed> deeds, Links links, FamilyCheck check, ZoneId zone) {
        this.deeds = deeds.stream()
                .filter(deed -> !deed.bot())
                .sorted(Comparator.comparing(Deed::at).thenComparing(Deed::id))
                .toList();
        this.links = links;
        this.check = check;
        this.zone = zone;
    }

    @Override
    public Map<String, Fraction> count(String metric, String dimension, LocalDate from, LocalDate to) {
        String begins = metric.equals("email_bounce_rate") ? "email_sent" : "email_delivered";
        Map<String, List<Mailing>> groups = new HashMap<>();
        for (Mailing mailing : mailings()) {
            Deed first = mailing.first(begins);
            if (first != null && check.within(first.at(), from, to)) {
                groups.computeIfAbsent(key(mailing, begins, first.at(), dimension), key -> new ArrayList<>())
                        .add(mailing);
            }
        }
        Map<String, Fraction> figures = new HashMap<>();
        groups.forEach((key, mailings) -> figures.put(key, figure(metric, mailings)));
        return figures;
    }

    private List<Mailing> mailings() {
        record Pair(String message, String recipient) {}
        Map<Pair, Mailing> mailings = new LinkedHashMap<>();
        for (Deed deed : deeds) {
            String message = deed.property("messageId") == null ? deed.campaign() : deed.property("messageId");
            String recipient = links.recipientOf(deed);
            if (deed.type().startsWith("email_") && message != null && recipient != null) {
                String person = recipient.toLowerCase(Locale.ROOT);
                mailings.computeIfAbsent(
                                new Pair(message, person), pair -> new Mailing(message, person, new ArrayList<>()))
                        .facts()
                        .add(deed);
            }
        }
        return List.copyOf(mailings.values());
    }

    private String key(Mailing mailing, String begins, Instant at, String dimension) {
        ZonedDateTime time = at.atZone(zone);
        return switch (dimension) {
            case null -> "";
            case "campaign" ->
                mailing.facts().stream()
                        .filter(fact -> fact.type().equals(begins) && fact.campaign() != null)
                        .findFirst()
                        .map(Deed::campaign)
                        .orElse("(none)");
            case "message" -> mailing.message();
            case "weekday" -> time.getDayOfWeek().name().toLowerCase(Locale.ROOT);
            case "hour" -> "%02d".formatted(time.getHour());
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private Fraction figure(String metric, List<Mailing> mailings) {
        Predicate<Mailing> seemsOpened = mailing -> mailing.opened() || mailing.openedByMachine();
        Predicate<Mailing> clicked = mailing -> !mailing.clicks().isEmpty();
        return switch (metric) {
            case "email_open_rate" -> share(mailings, Mailing::opened);
            case "machine_open_share" ->
                share(mailings.stream().filter(seemsOpened).toList(), mailing -> !mailing.opened());
            case "email_click_rate" -> share(mailings, clicked);
            case "email_click_to_open_rate" ->
                Fraction.of(
                        mailings.stream().filter(clicked).count(),
                        mailings.stream().filter(Mailing::opened).count());
            case "email_conversion_rate" -> share(mailings, mailing -> converted(mailing, GOALS, 7));
            case "email_conversion_rate&goal=booked&window=2" ->
                share(mailings, mailing -> converted(mailing, Set.of("booking"), 2));
            case "email_unsubscribe_rate" -> share(mailings, mailing -> mailing.has("email_unsubscribed"));
            case "email_complaint_rate" -> share(mailings, mailing -> mailing.has("email_complained"));
            case "email_bounce_rate" -> share(mailings, mailing -> mailing.has("email_bounced"));
            default -> throw new IllegalArgumentException(metric);
        };
    }

    private boolean converted(Mailing mailing, Set<String> goals, int days) {
        return deeds.stream()
                .filter(deed -> goals.contains(deed.type()))
                .filter(deed -> mailing.recipient().equals(links.customerOf(deed)))
                .anyMatch(deed -> mailing.clicks().stream()
                        .anyMatch(click -> !deed.at().isBefore(click.at())
                                && !deed.at().isAfter(click.at().plus(Duration.ofDays(days)))));
    }

    private static Fraction share(List<Mailing> mailings, Predicate<Mailing> which) {
        return Fraction.of(mailings.stream().filter(which).count(), mailings.size());
    }
}
