package io.rapport.metrics.event;

import java.util.List;

/** The events of one request on their way to the database: stored whole or not at all. */
record Submission(String business, List<Event> events, Provenance provenance) {
    int size() {
        return events.size();
    }
}
