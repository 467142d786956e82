package io.rapport.frame.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.HttpValidationProblem;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.rapport.frame.json.BrokenJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Gives each problem that the framework made itself the documented type of its status, and ours to its violations. */
@ApplicationScoped
public class ProblemDocumenter implements ProblemPostProcessor {

    @Override
    public int priority() {
        return 90;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        if (problem instanceof HttpValidationProblem invalid) {
            return Problems.validation(errors(invalid));
        }
        Optional<HttpProblem> broken = problem.getStatusCode() == 400 ? BrokenJson.in(context.cause) : Optional.empty();
        if (broken.isPresent()) {
            return HttpProblem.builder(broken.get())
                    .withInstance(problem.getInstance())
                    .build();
        }
        ProblemType type = ProblemType.ofStatus(problem.getStatusCode());
        HttpProblem.Builder documented =
                HttpProblem.builder(problem).withType(type.uri()).withTitle(type.title());
        if (problem.getStatusCode() >= 500) {
            // What went wrong inside is for the log, not for the client.
            documented.withDetail("The failure has been logged.");
        }
        if (problem.getStatusCode() == 401) {
            documented.withHeader("WWW-Authenticate", "Bearer");
        }
        return documented.build();
    }

    private static List<FieldError> errors(HttpValidationProblem invalid) {
        List<?> violations = (List<?>) invalid.getParameters().get("violations");
        return violations.stream()
                .map(Violation.class::cast)
                .map(violation -> new FieldError(null, violation.field, violation.message))
                .toList();
    }
}
