package io.rapport.metrics.prediction;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A fit of a model to a period, asked for or done.
 *
 * @param to the day after the last
 * @param version of the model's fits of the business, from 1; null before it is done
 * @param fitting null before it is done
 * @param failure why it failed
 */
record ModelFit(
        String business,
        String id,
        ModelName model,
        State state,
        LocalDate from,
        LocalDate to,
        Integer version,
        Fitting fitting,
        String failure,
        Instant requestedAt,
        String requestedBy,
        Instant finishedAt) {

    /** How far it is. */
    enum State {
        WAITING,
        DONE,
        FAILED;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
