package io.rapport.metrics.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.metrics.business.Goal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VisitsTest {
    private static final List<Goal> GOALS = List.of(new Goal("booked", "booking"));
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
                VisitorOwners.NOBODY,
                GOALS);
        assertThat(visits).singleElement().extracting(Visit::beganAt).isEqualTo(Instant.parse("2026-03-01T23:50:00Z"));
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        List<WebEvent> events = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            events.add(view("e" + i, random.nextInt(100) * 600));
        }
        List<Visit> expected = Visits.of(events, VisitorOwners.NOBODY, GOALS);
        Collections.shuffle(events, random);
        assertThat(Visits.of(events, VisitorOwners.NOBODY, GOALS)).isEqualTo(expected);
    }

    @Test
    void theFirstLinkReachesBackAndALaterOneTakesOver() {
        VisitorOwners owners = new VisitorOwners(List.of(
                new VisitorOwners.Link(NINE.plusSeconds(3_600), "ann"),
                new VisitorOwners.Link(NINE.plusSeconds(36_000), "bob")));
        List<Visit> visits = Visits.of(List.of(view("a", 0), view("b", 7_200), view("c", 40_000)), owners, GOALS);
        assertThat(visits).extracting(Visit::customerId).containsExactly("ann", "ann", "bob");
    }

    @Test
    void aPageIsLookedAtUntilTheNextOneOrUntilItIsLeft() {
        assertThat(seconds(look(0, "/a"), look(20, "/b"), leave(50, "/b"))).containsExactly(20L, 30L);
        assertThat(seconds(look(0, "/a"))).containsExactly((Long) null);
        assertThat(seconds(look(0, "/a"), look(10, "/a"), look(30, "/b"))).containsExactly(30L, 20L, null);
        assertThat(seconds(look(0, "/a"), leave(5, "/a"), look(10, "/a"), leave(14, null)))
                .containsExactly(5L, 4L);
        assertThat(seconds(look(0, "/a"), act(3, "/a"), act(9, "/b"))).containsExactly(9L);
    }

    @Test
    void aVisitIsEngagedAfterTenSecondsOrTwoPagesOrAGoal() {
        assertThat(visits(look(0, "/a"), act(10, "/a")))
                .extracting(Visit::engaged)
                .containsExactly(false);
        assertThat(visits(look(0, "/a"), act(11, "/a")))
                .extracting(Visit::engaged)
                .containsExactly(true);
        assertThat(visits(look(0, "/a"), look(1, "/b")))
                .extracting(Visit::engaged)
                .containsExactly(true);
        Visit booked = visits(look(0, "/a"), event("x", NINE.plusSeconds(1), "booking", null))
                .getFirst();
        assertThat(booked.engaged()).isTrue();
        assertThat(booked.goals()).containsExactly("booked");
    }

    @Test
    void aBrowserIsKnownByItsHeader() {
        assertThat(Browser.of(
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
                                + " Safari/537.36 Edg/140.0.0.0"))
                .isEqualTo(new Browser("desktop", "Edge"));
        assertThat(Browser.of(
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                                + " Version/18.6 Mobile/15E148 Safari/604.1"))
                .isEqualTo(new Browser("mobile", "Safari"));
        assertThat(Browser.of("Mozilla/5.0 (Linux; Android 15; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " SamsungBrowser/28.0 Chrome/130.0.0.0 Safari/537.36"))
                .isEqualTo(new Browser("tablet", "Samsung Internet"));
        assertThat(Browser.of(null)).isEqualTo(Browser.UNKNOWN);
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

    /** How long each page view took. */
    private static List<Long> seconds(WebEvent... events) {
        return visits(events).getFirst().views().stream()
                .map(PageView::microseconds)
                .map(microseconds -> microseconds == null ? null : microseconds / 1_000_000)
                .toList();
    }

    private static WebEvent look(long seconds, String page) {
        return event("l" + seconds, NINE.plusSeconds(seconds), "page_view", page);
    }

    private static WebEvent leave(long seconds, String page) {
        return event("m" + seconds, NINE.plusSeconds(seconds), "page_leave", page);
    }

    private static WebEvent act(long seconds, String page) {
        return event("n" + seconds, NINE.plusSeconds(seconds), "scroll", page);
    }

    private static List<Visit> visits(WebEvent... events) {
        return Visits.of(List.of(events), VisitorOwners.NOBODY, GOALS);
    }

    private static WebEvent view(String id, long seconds) {
        return view(id, NINE.plusSeconds(seconds));
    }

    private static WebEvent view(String id, Instant at) {
        return event(id, at, "page_view", "https://crumb.example/" + id);
    }

    private static WebEvent event(String id, Instant at, String type, String url) {
        return new WebEvent(0, "web", id, "v", at, type, url, null, null, null, null, null, null);
    }
}
