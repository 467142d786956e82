package io.rapport.feedback.outbox;

import io.rapport.frame.token.Scopes;

/** What a connection's delivery brings that isn't feedback, on its way to metrics-service. */
public final class Onward {
    private Onward() {}

    /** Where in metrics-service's API it goes. */
    public enum Target {
        EVENT("event", "/v1/events", Scopes.EVENTS_WRITE, 500),
        IDENTITY("identity", "/v1/identify", Scopes.CUSTOMERS_WRITE, 1),
        MEASUREMENT("measurement", "/v1/measurements", Scopes.EVENTS_WRITE, 500);

        final String label;
        final String path;
        final String scope;
        final int mostAtOnce;

        Target(String label, String path, String scope, int mostAtOnce) {
            this.label = label;
            this.path = path;
            this.scope = scope;
            this.mostAtOnce = mostAtOnce;
        }

        static Target of(String label) {
            for (Target target : values()) {
                if (target.label.equals(label)) {
                    return target;
                }
            }
            throw new IllegalArgumentException(label);
        }
    }

    /** Which of a delivery's facts it is. */
    record Reference(String delivery, int position) {}

    /** The facts of one connection that go the same way. */
    record Group(String business, String connection, Target target) {}

    /** Fired in the transaction that puts something into the queue. */
    record Put() {}
}
