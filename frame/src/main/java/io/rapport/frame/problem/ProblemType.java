package io.rapport.frame.problem;

import java.net.URI;
import java.util.Arrays;

/** The documented kinds of failure: each has one URI, one title and one HTTP status (RFC 9457). */
public enum ProblemType {
    VALIDATION("validation", "The request is not valid", 400),
    UNAUTHORIZED("unauthorized", "The key is missing or not known", 401),
    SIGNATURE_INVALID("signature-invalid", "The signature does not match", 401),
    FORBIDDEN("forbidden", "The key does not have the scope", 403),
    NOT_FOUND("not-found", "There is nothing here", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", "This path does not take this method", 405),
    NOT_ACCEPTABLE("not-acceptable", "No representation that the client accepts", 406),
    CONFLICT("conflict", "The request conflicts with what is stored", 409),
    PAYLOAD_TOO_LARGE("payload-too-large", "The request is too large", 413),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "This media type is not taken here", 415),
    RATE_LIMITED("rate-limited", "Too many requests", 429),
    INTERNAL("internal", "Something went wrong on our side", 500),
    OVERLOADED("overloaded", "Too busy at the moment", 503),
    UNAVAILABLE("unavailable", "A part of the product is not available", 503);

    private static final String BASE = "https://rapport.example/problems/";

    private final URI uri;
    private final String title;
    private final int status;

    ProblemType(String slug, String title, int status) {
        this.uri = URI.create(BASE + slug);
        this.title = title;
        this.status = status;
    }

    public URI uri() {
        return uri;
    }

    public String title() {
        return title;
    }

    public int status() {
        return status;
    }

    /** The type that a bare status stands for; a status of no type of its own falls to the nearest of its class. */
    static ProblemType ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHORIZED;
            case 414, 431 -> PAYLOAD_TOO_LARGE;
            case 503, 502, 504 -> UNAVAILABLE;
            default ->
                Arrays.stream(values())
                        .filter(type -> type.status == status)
                        .findFirst()
                        .orElse(status < 500 ? VALIDATION : INTERNAL);
        };
    }
}
