package io.rapport.frame.trace;

import io.opentelemetry.api.trace.Span;
import org.jboss.logging.MDC;

/** Whose data a request is about, for the log and the trace. */
public final class BusinessId {
    private static final String IN_LOG = "businessId";
    private static final String IN_TRACE = "rapport.business";

    private BusinessId() {}

    /** Puts it into each line that is logged from here on, and into the current span. */
    public static void note(String business) {
        MDC.put(IN_LOG, business);
        Span.current().setAttribute(IN_TRACE, business);
    }

    /** For a thread that goes on to another's business. */
    public static void forget() {
        MDC.remove(IN_LOG);
    }
}
