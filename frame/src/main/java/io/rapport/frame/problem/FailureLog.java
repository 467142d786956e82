package io.rapport.frame.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
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
        if (problem.getStatusCode() == 500) {
            LOG.errorf(context.cause, "Failure of %s", context.path);
        } else if (problem.getStatusCode() > 500) {
            LOG.warnf("%d of %s: %s", problem.getStatusCode(), context.path, problem.getDetail());
        }
        return problem;
    }
}
