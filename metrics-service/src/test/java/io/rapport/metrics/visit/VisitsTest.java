package io.rapport.metrics.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    @Test
    void aGapOfExactlyThirtyMinutesIsStillOneVisit() {
        assertThat(visits(view("a", 0), view("b", 30 * 60))).hasSize(1);
        assertThat(visits(view("a", 0), view("b", 30 * 60 + 1))).hasSize(2);
    }

    @Test
    void aVisitIsNotCutAtMidnight() {
        List<Visit> visits = Visits.of(
                List.of(
                        view("a", Instant.parse("2026-03-01T23:50:00Z")),
                        view("b", Instant.parse("2026-03-02T00:10:00Z"))),
                VisitorOwners.NOBODY);
        assertThat(visits).singleElement().extracting(Visit::beganAt).isEqualTo(Instant.parse("2026-03-01T23:50:00Z"));
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<WebEvent> events = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            events.add(view("e" + i, random.nextInt(100) * 600));
        }
        List<Visit> expected = Visits.of(events, VisitorOwners.NOBODY);
        Collections.shuffle(events, random);
        assertThat(Visits.of(events, VisitorOwners.NOBODY)).isEqualTo(expected);
    }

    @Test
    void theFirstLinkReachesBackAndALaterOneTakesOver() {
        VisitorOwners owners = new VisitorOwners(List.of(
                new VisitorOwners.Link(NINE.plusSeconds(3_600), "ann"),
                new VisitorOwners.Link(NINE.plusSeconds(36_000), "bob")));
        List<Visit> visits = Visits.of(List.of(view("a", 0), view("b", 7_200), view("c", 40_000)), owners);
        assertThat(visits).extracting(Visit::customerId).containsExactly("ann", "ann", "bob");
    }

    @Test
    void trafficIsReadFromTheFirstPageView() {
        assertThat(Traffic.of("https://crumb.example/", "https://www.google.com/", null)
                        .channel())
                .isEqualTo("search");
        assertThat(Traffic.of("https://crumb.example/", "https://l.instagram.com/x", null)
                        .channel())
                .isEqualTo("social");
        assertThat(Traffic.of("https://crumb.example/", "https://blog.example/", null)
                        .channel())
                .isEqualTo("referral");
        assertThat(Traffic.of("https://crumb.example/", "https://crumb.example/menu", null)
                        .channel())
                .isEqualTo("direct");
        assertThat(Traffic.of("https://crumb.example/?utm_source=google&utm_medium=cpc", null, null)
                        .channel())
                .isEqualTo("paid");
        assertThat(Traffic.of("https://crumb.example/?utm_medium=email&utm_campaign=spring%20bread", null, null))
                .isEqualTo(new Traffic("email", null, "email", "spring bread"));
        assertThat(Traffic.of("not a url?utm_source=%zz", "::", null).channel()).isEqualTo("referral");
        assertThat(Traffic.of(null, null, null).channel()).isEqualTo("direct");
    }

    @Test
    void aPageIsItsPath() {
        assertThat(PagePath.of("https://crumb.example/menu?x=1#top")).isEqualTo("/menu");
        assertThat(PagePath.of("https://crumb.example")).isEqualTo("/");
        assertThat(PagePath.of("/br ead?x")).isEqualTo("/br ead");
        assertThat(PagePath.of(null)).isNull();
    }

    private static List<Visit> visits(WebEvent... events) {
        return Visits.of(List.of(events), VisitorOwners.NOBODY);
    }

    private static WebEvent view(String id, long seconds) {
        return view(id, NINE.plusSeconds(seconds));
    }

    private static WebEvent view(String id, Instant at) {
        return new WebEvent(0, "web", id, "v", at, true, "https://crumb.example/" + id, null, null, null, null, null);
    }
}
