package io.rapport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sample.fact.Event;
import io.rapport.sample.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The month of long queues shows wherever one looks, computed here as plainly as can be. */
class BadMonthTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final YearMonth BAD = YearMonth.of(2026, 8);
    private static final SampleBusiness SAMPLE = SampleBusiness.generate(TODAY, SampleBusiness.SEED);

    private record Visit(Instant start, long pageViews) {}

    @ParameterizedTest
    @CsvSource({"2026-11-22, 2026-08", "2026-12-01, 2026-09", "2027-01-31, 2026-10", "2026-03-01, 2025-12"})
    void isTheThirdFullMonthBeforeToday(LocalDate today, YearMonth bad) {
        assertThat(new Story(today).queueMonth()).isEqualTo(bad);
    }

    @Test
    void lowersTheRatings() {
        double bad = meanRating(BAD::equals);
        double others = meanRating(month -> !month.equals(BAD));
        assertThat(bad).isLessThan(3);
        assertThat(others).isBetween(3.8, 4.6);
    }

    @Test
    void turnsThePromotersIntoDetractors() {
        assertThat(nps(BAD::equals)).isLessThan(-15);
        assertThat(nps(month -> !month.equals(BAD))).isGreaterThan(25);
    }

    @Test
    void sendsVisitorsAwayAfterOnePage() {
        List<Visit> visits = visits();
        double bad = bounceRate(visits, BAD::equals);
        double others = bounceRate(visits, month -> !month.equals(BAD));
        assertThat(others).isBetween(0.3, 0.5);
        assertThat(bad).isGreaterThan(others + 0.12);
    }

    @Test
    void costsOrdersAndBreadBoxes() {
        assertThat(perMonth("purchase").get(BAD))
                .isLessThan(perMonth("purchase").get(BAD.minusMonths(1)) * 3 / 4);
        Map<YearMonth, Long> cancelled = perMonth("subscription_cancelled");
        long elsewhere = cancelled.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(BAD))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
        assertThat(cancelled.get(BAD)).isGreaterThan(2 * elsewhere);
    }

    @Test
    void losesMoreCustomersThanAnyOther() {
        double others = Stream.iterate(BAD.minusMonths(6), month -> month.plusMonths(1))
                .limit(5)
                .mapToDouble(BadMonthTest::lapsed)
                .max()
                .orElseThrow();
        assertThat(lapsed(BAD)).isGreaterThan(others);
    }

    /** Of those who bought in the 60 days before a month, the share that didn't in the 60 days from its start. */
    private static double lapsed(YearMonth month) {
        LocalDate start = month.atDay(1);
        Set<String> before = buyers(start.minusDays(60), start);
        Set<String> after = buyers(start, start.plusDays(60));
        return before.stream().filter(buyer -> !after.contains(buyer)).count() / (double) before.size();
    }

    private static Set<String> buyers(LocalDate from, LocalDate to) {
        return SAMPLE.events().stream()
                .filter(event -> event.type().equals("purchase"))
                .filter(event -> !Story.dayOf(event.occurredAt()).isBefore(from)
                        && Story.dayOf(event.occurredAt()).isBefore(to))
                .map(Event::customerId)
                .collect(Collectors.toSet());
    }

    private static double meanRating(Predicate<YearMonth> which) {
        return SAMPLE.feedback().stream()
                .filter(said -> said.rating() != null && said.rating().value() != null)
                .filter(said -> which.test(month(said.occurredAt())))
                .mapToInt(said -> said.rating().value())
                .average()
                .orElseThrow();
    }

    private static double nps(Predicate<YearMonth> which) {
        return SAMPLE.answers().stream()
                .filter(answer -> which.test(month(answer.occurredAt())))
                .mapToInt(answer -> answer.score() >= 9 ? 100 : answer.score() <= 6 ? -100 : 0)
                .average()
                .orElseThrow();
    }

    private static double bounceRate(List<Visit> visits, Predicate<YearMonth> which) {
        return visits.stream()
                .filter(visit -> which.test(month(visit.start())))
                .mapToDouble(visit -> visit.pageViews() == 1 ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** Runs of one visitor's events without a gap of over 30 minutes; bots left out. */
    private static List<Visit> visits() {
        Map<String, List<Event>> byVisitor = SAMPLE.events().stream()
                .filter(event -> event.page() != null && !isBot(event))
                .collect(Collectors.groupingBy(Event::visitorId));
        List<Visit> visits = new ArrayList<>();
        for (List<Event> events : byVisitor.values()) {
            int begin = 0;
            for (int i = 1; i <= events.size(); i++) {
                if (i == events.size() || gap(events, i).compareTo(Duration.ofMinutes(30)) > 0) {
                    visits.add(visit(events.subList(begin, i)));
                    begin = i;
                }
            }
        }
        return visits;
    }

    private static Duration gap(List<Event> events, int i) {
        return Duration.between(events.get(i - 1).occurredAt(), events.get(i).occurredAt());
    }

    private static Visit visit(List<Event> events) {
        long views = events.stream()
                .filter(event -> event.type().equals("page_view"))
                .count();
        return new Visit(events.getFirst().occurredAt(), views);
    }

    private static boolean isBot(Event event) {
        String agent = event.context().userAgent().toLowerCase(Locale.ROOT);
        return agent.contains("bot") || agent.contains("curl");
    }

    private static Map<YearMonth, Long> perMonth(String type) {
        return SAMPLE.events().stream()
                .filter(event -> event.type().equals(type))
                .collect(Collectors.groupingBy(event -> month(event.occurredAt()), Collectors.counting()));
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(Story.dayOf(instant));
    }
}
