package io.rapport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.Feedback;
import io.rapport.sample.story.Seasons;
import io.rapport.sample.story.Story;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleBusinessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final SampleBusiness SAMPLE = SampleBusiness.generate(TODAY, SampleBusiness.SEED);

    @Test
    void isAboutSixtyThousandEvents() {
        assertThat(SAMPLE.events()).hasSizeBetween(55_000, 65_000);
    }

    @Test
    void isAsBigOnAnyDay() {
        for (String day : List.of("2025-04-01", "2026-03-01", "2028-02-29", "2026-07-31")) {
            SampleBusiness other = SampleBusiness.generate(LocalDate.parse(day), 7);
            assertThat(other.events()).as(day).hasSizeBetween(50_000, 70_000);
            assertThat(other.feedback()).as(day).hasSameSizeAs(SAMPLE.feedback());
        }
    }

    @Test
    void tellsEachPartOfTheStory() {
        assertThat(SAMPLE.events().stream().map(Event::type).distinct())
                .contains(
                        "page_view",
                        "page_leave",
                        "sign_up",
                        "add_to_cart",
                        "begin_checkout",
                        "purchase",
                        "refund",
                        "subscription_started",
                        "subscription_renewed",
                        "subscription_cancelled",
                        "email_sent",
                        "email_delivered",
                        "email_opened",
                        "email_clicked",
                        "email_unsubscribed",
                        "social_impression",
                        "social_reaction",
                        "social_comment",
                        "store_visit",
                        "referral_made",
                        "consent_given");
        assertThat(SAMPLE.feedback().stream().map(Feedback::kind).distinct())
                .containsExactlyInAnyOrder("review", "post", "message", "interview", "call", "note");
        assertThat(SAMPLE.measurements()).isNotEmpty();
        assertThat(SAMPLE.identities()).hasSizeGreaterThan(500);
    }

    @Test
    void isTheSameForTheSameDayAndSeed() {
        SampleBusiness again = SampleBusiness.generate(TODAY, SampleBusiness.SEED);
        assertThat(Arrays.equals(Json.write(again), Json.write(SAMPLE))).isTrue();
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(SampleBusiness.generate(TODAY, 1).events()).isNotEqualTo(SAMPLE.events());
    }

    @Test
    void liesWithinTheTwelveMonthsUpToYesterday() {
        Instant from = LocalDate.of(2025, 11, 22).atStartOfDay(Story.ZONE).toInstant();
        Instant to = TODAY.atStartOfDay(Story.ZONE).toInstant();
        assertThat(instants()).allMatch(at -> !at.isBefore(from) && at.isBefore(to));
    }

    @Test
    void givesEachFactAnIdOfItsOwnWithinItsSource() {
        assertThat(SAMPLE.events().stream().map(event -> event.source() + "/" + event.id()))
                .doesNotHaveDuplicates();
        assertThat(SAMPLE.feedback().stream().map(said -> said.source() + "/" + said.id()))
                .doesNotHaveDuplicates();
        assertThat(SAMPLE.answers().stream().map(answer -> answer.id())).doesNotHaveDuplicates();
    }

    @Test
    void hasFullSaturdaysAndAShutDoorOnMondays() {
        Map<DayOfWeek, Long> orders = ofType("purchase")
                .collect(Collectors.groupingBy(
                        event -> Story.dayOf(event.occurredAt()).getDayOfWeek(), Collectors.counting()));
        assertThat(orders.get(DayOfWeek.SATURDAY)).isGreaterThan(2 * orders.get(DayOfWeek.TUESDAY));
        assertThat(orders.get(DayOfWeek.MONDAY)).isLessThan(orders.get(DayOfWeek.TUESDAY) / 4);
        assertThat(SAMPLE.events().stream().filter(event -> "store".equals(event.channel())))
                .noneMatch(event -> Seasons.isClosed(Story.dayOf(event.occurredAt())));
    }

    @Test
    void namesTheCustomerAndTheOrderOfEachPurchaseAndRefund() {
        List<Event> orders = Stream.concat(ofType("purchase"), ofType("refund")).toList();
        assertThat(orders).allSatisfy(event -> {
            assertThat(event.customerId()).isNotBlank();
            assertThat(event.value().amount()).matches("\\d+\\.\\d\\d").isNotEqualTo("0.00");
            assertThat(event.properties()).containsKey("orderId");
        });
    }

    @Test
    void knowsEachSubscriptionFromItsStartToItsEnd() {
        Map<Object, List<Event>> subscriptions = SAMPLE.events().stream()
                .filter(event -> event.type().startsWith("subscription_"))
                .collect(Collectors.groupingBy(event -> event.properties().get("subscriptionId")));
        assertThat(subscriptions.values()).allSatisfy(course -> {
            assertThat(course.getFirst().type()).isEqualTo("subscription_started");
            assertThat(course.stream().limit(course.size() - 1L).map(Event::type))
                    .doesNotContain("subscription_cancelled");
        });
    }

    @Test
    void mailsNobodyWhoUnsubscribed() {
        Map<String, Instant> gone =
                ofType("email_unsubscribed").collect(Collectors.toMap(Event::customerId, Event::occurredAt));
        assertThat(gone).isNotEmpty();
        // whoever opens a mail late may get the next one before
        assertThat(ofType("email_sent").filter(sent -> gone.containsKey(sent.customerId())))
                .allMatch(sent -> sent.occurredAt().isBefore(gone.get(sent.customerId())));
    }

    @Test
    void bringsVisitorsByTheCampaign() {
        Story story = new Story(TODAY);
        List<Event> campaign = ofType("page_view")
                .filter(event -> event.page().url().contains("utm_campaign=" + Story.CAMPAIGN))
                .toList();
        assertThat(campaign).hasSizeGreaterThan(300);
        assertThat(campaign.stream()
                        .filter(event -> story.inCampaign(Story.dayOf(event.occurredAt())))
                        .count())
                .isGreaterThan(campaign.size() * 9L / 10);
    }

    private static Stream<Event> ofType(String type) {
        return SAMPLE.events().stream().filter(event -> event.type().equals(type));
    }

    private static Stream<Instant> instants() {
        return Stream.of(
                        SAMPLE.events().stream().map(Event::occurredAt),
                        SAMPLE.feedback().stream().map(Feedback::occurredAt),
                        SAMPLE.answers().stream().map(answer -> answer.occurredAt()),
                        SAMPLE.identities().stream().map(link -> link.occurredAt()),
                        SAMPLE.measurements().stream().map(reading -> reading.to()))
                .flatMap(Function.identity())
                .filter(Objects::nonNull);
    }
}
