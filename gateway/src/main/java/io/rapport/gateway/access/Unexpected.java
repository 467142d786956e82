package io.rapport.gateway.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.http.ProblemResponse;
import io.rapport.frame.problem.ProblemType;
import io.rapport.frame.problem.Problems;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** What no part of the code has foreseen: logged, and told to the client without particulars. */
@ApplicationScoped
class Unexpected {
    private static final Logger LOG = Logger.getLogger(Unexpected.class);
    private static final int AFTER_THE_GUARD = -999;
    private static final int LAST = 1_000_000;

    void register(@Observes Router router) {
        router.route()
                .order(AFTER_THE_GUARD)
                .handler(RoutingContext::next)
                .failureHandler(context -> ProblemResponse.send(context, problem(context.failure())));
        router.route().order(LAST).handler(context -> ProblemResponse.send(context, Problems.notFound("This path")));
    }

    static HttpProblem problem(Throwable failure) {
        LOG.error("A request failed in a way that nobody foresaw", failure);
        return Problems.of(ProblemType.INTERNAL, "The failure has been logged.").build();
    }
}
