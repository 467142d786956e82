package io.rapport.metrics.imports;

import io.rapport.metrics.event.Event;
import io.rapport.metrics.spend.Spend;
import io.rapport.metrics.sql.Transactions.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What some rows of a file say: facts of one kind, and rows that were not taken. */
record Batch(
        List<Event> events, List<Spend> spend, List<Work<Boolean>> customers, List<Rejections.Rejection> rejections) {

    Batch() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    int facts() {
        return events.size() + spend.size() + customers.size();
    }

    int rows() {
        return facts() + rejections.size();
    }

    ImportTable.Step step(int fresh) {
        return new ImportTable.Step(
                rows(),
                fresh,
                facts() - fresh,
                rejections.size(),
                events.stream().map(Event::occurredAt).min(Instant::compareTo).orElse(null),
                events.stream().map(Event::occurredAt).max(Instant::compareTo).orElse(null));
    }
}
