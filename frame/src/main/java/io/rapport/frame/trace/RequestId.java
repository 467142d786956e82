package io.rapport.frame.trace;

import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** The id by which one request is found again in the logs of all services. */
public final class RequestId {
    public static final String HEADER = "X-Request-Id";
    static final String IN_LOG = "requestId";
    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    private RequestId() {}

    /** Whether an id that came from outside may be passed on and logged. */
    public static boolean fits(String sent) {
        return sent != null && PLAIN.matcher(sent).matches();
    }

    /** Puts it into each line that is logged for the request. */
    static void log(String id) {
        MDC.put(IN_LOG, id);
    }

    /** That of the request at hand; null outside of one. */
    static String current() {
        return MDC.get(IN_LOG) instanceof String id ? id : null;
    }
}
