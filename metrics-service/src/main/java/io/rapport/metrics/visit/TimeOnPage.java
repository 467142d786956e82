package io.rapport.metrics.visit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How long each page view of a visit took: until the next event on another page, or until its own page leave, whichever came
 * first. A view that neither follows took an unknown time, not none.
 */
final class TimeOnPage {
    /** Seen from an event: which page comes next, when it begins, and when the one after it does. */
    private String nextPage;

    private Instant nextBegan;
    private Instant nextLeft;
    private Instant ownLeave;

    private TimeOnPage() {}

    /** @param run the events of one visit in their order */
    static List<PageView> views(List<WebEvent> run) {
        TimeOnPage backwards = new TimeOnPage();
        List<PageView> views = new ArrayList<>();
        for (WebEvent event : run.reversed()) {
            Long microseconds = backwards.step(event);
            if (event.isPageView()) {
                views.add(new PageView(event.seq(), event.occurredAt(), event.page(), microseconds));
            }
        }
        return views.reversed();
    }

    private Long step(WebEvent event) {
        String page = event.page();
        Instant left = nextPage == null ? null : nextPage.equals(page) ? nextLeft : nextBegan;
        Instant end = earlier(left, ownLeave);
        if (page != null) {
            nextPage = page;
            nextBegan = event.occurredAt();
            nextLeft = left;
        }
        if (event.isPageLeave()) {
            ownLeave = event.occurredAt();
        } else if (event.isPageView()) {
            // A leave after this view is not that of a view before it.
            ownLeave = null;
        }
        return end == null ? null : ChronoUnit.MICROS.between(event.occurredAt(), end);
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
