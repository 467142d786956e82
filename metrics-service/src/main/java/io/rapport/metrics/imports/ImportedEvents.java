package io.rapport.metrics.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.frame.imports.DataImport;
import io.rapport.frame.imports.Facts;
import io.rapport.metrics.event.Event;
import io.rapport.metrics.event.EventImport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Events that rows say, or orders, which are events too. */
final class ImportedEvents implements Facts {
    private final EventImport imports;
    private final DataImport one;
    private final Instant now;
    private final UnaryOperator<ObjectNode> event;
    private final List<Event> events = new ArrayList<>();

    /** @param event makes an event of what a row says */
    ImportedEvents(EventImport imports, DataImport one, Instant now, UnaryOperator<ObjectNode> event) {
        this.imports = imports;
        this.one = one;
        this.now = now;
        this.event = event;
    }

    @Override
    public void add(ObjectNode fact) {
        events.add(imports.read(one.business(), event.apply(fact), now));
    }

    @Override
    public Instant firstAt() {
        return events.stream().map(Event::occurredAt).min(Instant::compareTo).orElse(null);
    }

    @Override
    public Instant lastAt() {
        return events.stream().map(Event::occurredAt).max(Instant::compareTo).orElse(null);
    }

    @Override
    public void store(Beside beside) {
        if (events.isEmpty()) {
            beside.store(new Stored(0));
            return;
        }
        imports.store(
                one.business(),
                events,
                one.recordedBy(),
                (connection, stored) -> beside.store(new Stored(stored.accepted())));
    }
}
