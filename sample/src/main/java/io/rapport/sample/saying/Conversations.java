package io.rapport.sample.saying;

import io.rapport.sample.fact.Author;
import io.rapport.sample.fact.Feedback;
import io.rapport.sample.story.Clocks;
import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Period;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What customers wrote to the bakery, and what it noted of interviews, calls and days in the shop. */
final class Conversations {
    private final Dice dice;
    private final Moments moments;
    private final Customers customers;
    private final Ids ids = new Ids("talk");

    Conversations(Story story, long seed, Customers customers) {
        this.dice = new Dice(seed, "conversations");
        this.moments = new Moments(story, dice);
        this.customers = customers;
    }

    List<Feedback> messages() {
        return Written.in("messages").stream()
                .map(written -> heard(written, "message", "inbox", moments.in(written.period())))
                .toList();
    }

    /** Taken down in working hours. */
    List<Feedback> notes() {
        return Written.in("notes").stream()
                .map(written ->
                        heard(written, written.kind(), "notebook", Clocks.inShop(moments.day(written.period()), dice)))
                .toList();
    }

    private Feedback heard(Written written, String kind, String source, Instant at) {
        boolean aboutNobody = kind.equals("note");
        return new Feedback(
                ids.next(),
                source,
                kind,
                written.text(),
                null,
                aboutNobody
                        ? null
                        : new Author(null, customer(written, Story.dayOf(at)).id()),
                at,
                "en",
                null,
                null,
                written.touchpoint(),
                null,
                written.touchpoint().equals("in_store") ? "main-street" : null);
    }

    private Customer customer(Written written, LocalDate day) {
        return written.period() == Period.QUEUE_MONTH ? customers.disappointed(day, dice) : customers.anyone(day, dice);
    }
}
