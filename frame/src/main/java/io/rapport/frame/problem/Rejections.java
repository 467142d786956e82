package io.rapport.frame.problem;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Counts what is refused, by the problem's type and, where a rule was broken, by the field. Fields that only the client knows
 * count as one, so that nobody can fill the registry.
 */
@ApplicationScoped
public class Rejections implements ProblemPostProcessor {
    private static final Pattern NAME = Pattern.compile("[A-Za-z.]{1,60}");
    private static final int MOST_FIELDS = 200;
    private static final String NONE = "";

    private final Set<String> fields = ConcurrentHashMap.newKeySet();
    private final MeterRegistry meters;

    Rejections(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public int priority() {
        return 5;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() < 500) {
            count(reason(problem), field(problem));
        }
        return problem;
    }

    /** One that is refused within a request that goes through. */
    public void count(String reason, FieldError error) {
        count(reason, field(error));
    }

    /** The last part of the problem's type, such as {@code validation}. */
    public static String reason(HttpProblem problem) {
        String type = String.valueOf(problem.getType());
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private void count(String reason, String field) {
        meters.counter("rapport.rejected", "reason", reason, "field", field).increment();
    }

    private String field(HttpProblem problem) {
        return problem.getParameters().get("errors") instanceof List<?> errors
                        && !errors.isEmpty()
                        && errors.getFirst() instanceof FieldError error
                ? field(error)
                : NONE;
    }

    private String field(FieldError error) {
        if (error.field() == null) {
            return NONE;
        }
        boolean ours = !error.detail().startsWith("is not a known")
                && NAME.matcher(error.field()).matches()
                && (fields.contains(error.field()) || fields.size() < MOST_FIELDS && fields.add(error.field()));
        return ours ? error.field() : "other";
    }
}
