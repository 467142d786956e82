package io.rapport.frame.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.List;

/** Makes the problems that Rapport answers with: one factory method for each documented failure. */
public final class Problems {
    private static final int MOST_ERRORS = 100;

    private Problems() {}

    public static HttpProblem validation(String field, String detail) {
        return validation(List.of(new FieldError(null, field, detail)));
    }

    /** The first hundred errors are listed; the detail counts them all. */
    public static HttpProblem validation(List<FieldError> errors) {
        return of(ProblemType.VALIDATION, summary(errors))
                .with("errors", errors.stream().limit(MOST_ERRORS).toList())
                .build();
    }

    public static HttpProblem notFound(String what) {
        return of(ProblemType.NOT_FOUND, what + " is not known here.").build();
    }

    public static HttpProblem forbidden(String detail) {
        return of(ProblemType.FORBIDDEN, detail).build();
    }

    public static HttpProblem unauthorized(String detail) {
        return of(ProblemType.UNAUTHORIZED, detail)
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }

    public static HttpProblem signatureInvalid(String detail) {
        return of(ProblemType.SIGNATURE_INVALID, detail).build();
    }

    public static HttpProblem conflict(String detail) {
        return of(ProblemType.CONFLICT, detail).build();
    }

    public static HttpProblem payloadTooLarge(String detail) {
        return of(ProblemType.PAYLOAD_TOO_LARGE, detail).build();
    }

    public static HttpProblem rateLimited(Duration retryAfter) {
        return of(ProblemType.RATE_LIMITED, "Try again in " + seconds(retryAfter) + " s.")
                .withHeader("Retry-After", seconds(retryAfter))
                .build();
    }

    public static HttpProblem overloaded(String detail, Duration retryAfter) {
        return of(ProblemType.OVERLOADED, detail)
                .withHeader("Retry-After", seconds(retryAfter))
                .build();
    }

    /** @param part what does not answer: a service's name, or {@code database} */
    public static HttpProblem unavailable(String part) {
        return of(ProblemType.UNAVAILABLE, "The part " + part + " does not answer at the moment.")
                .with("part", part)
                .withHeader("Retry-After", "2")
                .build();
    }

    /** For the rare failure that needs a member of its own. */
    public static HttpProblem.Builder of(ProblemType type, String detail) {
        return HttpProblem.builder()
                .withType(type.uri())
                .withTitle(type.title())
                .withStatus(type.status())
                .withDetail(detail);
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }

    private static String summary(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        String where = (first.index() == null ? "" : "Element " + first.index() + ": ")
                + (first.field() == null ? "" : "'" + first.field() + "' ");
        String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
        return where + first.detail() + more;
    }
}
