package io.rapport.sample.doing;

import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.EventBuilder;
import io.rapport.sample.fact.Page;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One visit while it goes on: each step adds an event and moves the time forward. */
final class Visit {
    private final Ids ids;
    private final Dice dice;
    private final Visitor visitor;
    private final Arrival arrival;
    private final List<Event> events = new ArrayList<>();
    private Instant now;
    private Page page;

    Visit(Ids ids, Dice dice, Visitor visitor, Arrival arrival, Instant start) {
        this.ids = ids;
        this.dice = dice;
        this.visitor = visitor;
        this.arrival = arrival;
        this.now = start;
    }

    List<Event> events() {
        return events;
    }

    Instant now() {
        return now;
    }

    void view(SitePage seen) {
        if (page == null) {
            String query = arrival.query() == null ? "" : "?" + arrival.query();
            page = new Page(seen.url() + query, seen.title(), arrival.referrer());
        } else {
            stay();
            page = new Page(seen.url(), seen.title(), page.url());
        }
        add(event("page_view"));
    }

    /** Something done on the page that is open. */
    EventBuilder event(String type) {
        return onPage(EventBuilder.event(ids.next(), "web", type, now).channel("web"));
    }

    /** Puts the visitor and the open page to an event that another source reports. */
    EventBuilder onPage(EventBuilder event) {
        return event.visitor(visitor.id())
                .campaign(arrival.campaign())
                .page(page)
                .context(visitor.context());
    }

    void add(EventBuilder event) {
        events.add(event.build());
    }

    /** Reading time: half of the pages are left within half a minute, a few stay open for many. */
    void stay() {
        now = now.plusSeconds((long) Math.clamp(dice.spread(32, 0.95), 2, 1500));
    }

    /** Not every browser reports the end. */
    void leave() {
        if (dice.chance(0.72)) {
            stay();
            add(event("page_leave"));
        }
    }
}
