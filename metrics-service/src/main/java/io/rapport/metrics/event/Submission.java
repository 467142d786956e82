package io.rapport.metrics.event;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The events of one request on their way to the database: stored whole or not at all.
 *
 * @param outcome completed once they are durable, or can't be
 */
record Submission(
        String business, List<Event> events, Provenance provenance, CompletableFuture<EventStore.Stored> outcome) {

    static Submission of(String business, List<Event> events, Provenance provenance) {
        return new Submission(business, List.copyOf(events), provenance, new CompletableFuture<>());
    }

    int size() {
        return events.size();
    }
}
