package io.rapport.feedback.sql;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Marks transactions that hold claims while they wait for another service. They store no feedback of their own, and so the
 * watermark of what is delivered doesn't wait for them.
 */
@ApplicationScoped
public class WorkerSession {
    public static final String NAME = "rapport-feedback-claim";

    private final Sql sql;

    WorkerSession(Sql sql) {
        this.sql = sql;
    }

    /** Marks the current transaction; the mark ends with it. */
    public void mark() {
        sql.list("select set_config('application_name', ?, true)", row -> row.getString(1), NAME);
    }
}
