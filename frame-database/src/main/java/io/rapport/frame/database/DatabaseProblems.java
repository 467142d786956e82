package io.rapport.frame.database;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;

/** A database that doesn't answer is not a bug of ours: 503 with Retry-After instead of 500. */
@ApplicationScoped
public class DatabaseProblems implements ProblemPostProcessor {

    @Override
    public int priority() {
        return 95;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return problem.getStatusCode() == 500 && DatabaseFailure.isOutage(context.cause)
                ? Problems.unavailable("database")
                : problem;
    }
}
