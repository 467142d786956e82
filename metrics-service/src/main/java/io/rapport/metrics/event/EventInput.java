package io.rapport.metrics.event;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of an event on the wire, for the OpenAPI document; {@link EventReader} reads it. */
@Schema(name = "EventInput", description = "Something a person did.")
record EventInput(
        @Schema(required = true, maxLength = 200, description = "Of the source's own making, and its only one.")
        String id,

        @Schema(required = true, maxLength = 200, description = "Who reports it.")
        String source,

        @Schema(
                required = true,
                pattern = "^[a-z][a-z0-9_]{0,63}$",
                description = "What was done, named as GA4 does where it has a name.")
        String type,

        @Schema(required = true, description = "From 1970-01-01 to a day from now.")
        Instant occurredAt,

        @Schema(
                nullable = true,
                description = "From a page: what its clock says as it sends. Where that is off by more than a minute,"
                        + " `occurredAt` is moved by as much. A server's clock is taken to be right.")
        Instant sentAt,

        @Schema(maxLength = 200, nullable = true) String visitorId,
        @Schema(maxLength = 200, nullable = true) String customerId,
        @Schema(maxLength = 200, nullable = true) String channel,
        @Schema(maxLength = 200, nullable = true) String campaign,
        @Schema(nullable = true) PageInput page,
        @Schema(maxLength = 200, nullable = true) String touchpoint,
        @Schema(maxLength = 200, nullable = true) String location,
        @Schema(maxLength = 200, nullable = true) String product,
        @Schema(nullable = true) ContextInput context,
        @Schema(nullable = true) MoneyInput value,

        @Schema(nullable = true, description = "Up to 200 members of your own.")
        Map<String, Object> properties) {

    static final String EXAMPLE = """
            {"id": "e-1", "source": "web", "type": "page_view", "occurredAt": "2026-03-01T09:30:00Z", "visitorId": "v1",
             "page": {"url": "https://crumb.example/menu", "title": "Menu", "referrer": "https://www.google.com/"}}""";

    @Schema(name = "PageInput")
    record PageInput(
            @Schema(maxLength = 2000, nullable = true) String url,
            @Schema(maxLength = 500, nullable = true) String title,
            @Schema(maxLength = 2000, nullable = true) String referrer) {}

    @Schema(name = "ContextInput", description = "The visitor's browser and place. Addresses are never stored.")
    record ContextInput(
            @Schema(maxLength = 1000, nullable = true) String userAgent,
            @Schema(maxLength = 35, nullable = true) String language,
            @Schema(pattern = "^[A-Z]{2}$", nullable = true) String country,

            @Schema(
                    maxLength = 45,
                    nullable = true,
                    description = "Looked at to tell the business's own people, and never stored.")
            String ip,

            @Schema(
                    maxLength = 100,
                    nullable = true,
                    description =
                            "The browser's `Sec-Purpose`: what is fetched ahead (`prefetch`) is kept, and left out of every"
                                    + " figure.")
            String purpose,

            @Schema(
                    nullable = true,
                    description = "Whether a program drives the browser: kept, and left out as a bot's.")
            Boolean automated) {}

    @Schema(name = "MoneyInput")
    record MoneyInput(
            @Schema(required = true, examples = "12.50", description = "A decimal, as a string.")
            String amount,

            @Schema(required = true, examples = "EUR", description = "ISO 4217.")
            String currency) {}
}
