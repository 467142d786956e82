package io.rapport.frame.openapi;

import io.rapport.frame.problem.ProblemType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;

/** The failures that operations have in common, and which operations have them. */
enum Failure {
    BAD_REQUEST(
            ProblemType.VALIDATION,
            "BadRequest",
            "The request breaks a rule; `errors` names each. Nothing was changed.",
            "'from' must be a date such as 2026-03-01",
            "/v1/metrics/nps",
            (path, operation) -> true) {
        @Override
        Map<String, Object> more() {
            // In an order of its own, as each build writes it into a stored file.
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("field", "from");
            error.put("detail", "must be a date such as 2026-03-01");
            return Map.of("errors", List.of(error));
        }
    },
    UNAUTHORIZED(
            ProblemType.UNAUTHORIZED,
            "Unauthorized",
            "The key is missing or not known.",
            "The key is not known.",
            "/v1/metrics",
            (path, operation) -> isSecured(operation)),
    FORBIDDEN(
            ProblemType.FORBIDDEN,
            "Forbidden",
            "The key does not have the scope.",
            "This needs the scope metrics:read.",
            "/v1/metrics",
            (path, operation) -> isSecured(operation)),
    NOT_FOUND(
            ProblemType.NOT_FOUND,
            "NotFound",
            "It is not known here, or belongs to another business.",
            "The metric is not known here.",
            "/v1/metrics/happiness",
            (path, operation) -> path.contains("{")),
    PAYLOAD_TOO_LARGE(
            ProblemType.PAYLOAD_TOO_LARGE,
            "PayloadTooLarge",
            "The body is larger than 1 MB.",
            "The body is larger than 1 MB.",
            "/v1/events",
            (path, operation) -> operation.getRequestBody() != null),
    UNSUPPORTED_MEDIA_TYPE(
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "UnsupportedMediaType",
            "The body is of another media type than this operation takes.",
            "The body must be application/json.",
            "/v1/events",
            (path, operation) -> operation.getRequestBody() != null),
    TOO_MANY_REQUESTS(
            ProblemType.RATE_LIMITED,
            "TooManyRequests",
            "Too many requests in a short time.",
            "Try again in 1 s.",
            "/v1/events",
            (path, operation) -> true),
    UNAVAILABLE(
            ProblemType.UNAVAILABLE,
            "Unavailable",
            "A part of the product does not answer, which `part` names, or is too busy. Nothing was changed.",
            "The part database does not answer at the moment.",
            "/v1/metrics",
            (path, operation) -> true) {
        @Override
        Map<String, Object> more() {
            return Map.of("part", "database");
        }
    },
    OTHER(
            null,
            "Failure",
            "Any other failure: 405 for another method, 406 where only other media types are accepted, 414 and 431 for"
                    + " an address or headers that are too long, 500 for a fault of ours.",
            null,
            null,
            (path, operation) -> true);

    private final ProblemType type;
    private final String component;
    private final String description;
    private final String detail;
    private final String instance;
    private final BiPredicate<String, Operation> applies;

    Failure(
            ProblemType type,
            String component,
            String description,
            String detail,
            String instance,
            BiPredicate<String, Operation> applies) {
        this.type = type;
        this.component = component;
        this.description = description;
        this.detail = detail;
        this.instance = instance;
        this.applies = applies;
    }

    static Stream<Failure> of(String path, Operation operation) {
        return Arrays.stream(values()).filter(failure -> failure.applies.test(path, operation));
    }

    ProblemType type() {
        return type;
    }

    String status() {
        return type == null ? "default" : Integer.toString(type.status());
    }

    String component() {
        return component;
    }

    String description() {
        return description;
    }

    /** The members of the example, the first four of which every problem has. */
    String detail() {
        return detail;
    }

    String instance() {
        return instance;
    }

    Map<String, Object> more() {
        return Map.of();
    }

    /** Whether it says when to come back. */
    boolean waits() {
        return this == TOO_MANY_REQUESTS || this == UNAVAILABLE;
    }

    private static boolean isSecured(Operation operation) {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }
}
