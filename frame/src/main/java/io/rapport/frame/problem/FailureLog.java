package io.rapport.frame.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.rapport.frame.trace.RequestLog;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Logs what an operator has to know: a 500, which is a bug of ours, with its cause; an outage in one line; nothing of what a
 * client did wrong, which is the client's to know.
 */
@ApplicationScoped
public class FailureLog implements ProblemPostProcessor {
    private static final Logger LOG = Logger.getLogger(FailureLog.class);

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() >= 500) {
            log(problem, context.cause);
            RequestLog.said();
        }
        return problem;
    }

    /** By its route: the path itself may hold what identifies a person. */
    private static void log(HttpProblem problem, Throwable cause) {
        if (problem.getStatusCode() > 500) {
            LOG.warnf("%d of %s: %s", problem.getStatusCode(), RequestLog.route(), problem.getDetail());
        } else if (Disconnect.isBehind(cause)) {
            LOG.debugf("The client of %s hung up", RequestLog.route());
        } else {
            LOG.errorf(cause, "Failure of %s", RequestLog.route());
        }
    }
}
