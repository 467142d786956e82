package io.rapport.feedback.queue;

import io.rapport.frame.database.Pace;
import org.jboss.logging.Logger;

/** Logs once that another service went away, and once that it is back. */
public final class Outage {
    private final Logger log;
    private final String service;
    private boolean away;

    public Outage(Logger log, String service) {
        this.log = log;
        this.service = service;
    }

    /** @param reason why it counts as away; null where it doesn't */
    public Pace note(String reason, Pace otherwise) {
        if (reason != null && !away) {
            log.warnf("%s is away; what is for it waits. %s", service, reason);
        }
        if (reason == null && away) {
            log.infof("%s is back", service);
        }
        away = reason != null;
        return away ? Pace.AWAY : otherwise;
    }
}
