package io.rapport.metrics.event;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a CloudEvent on the wire, for the OpenAPI document; {@link CloudEvents} reads it. */
@Schema(
        name = "CloudEventInput",
        description =
                "Something a person did, as a CloudEvent 1.0. Extension attributes may stand beside these members.",
        additionalProperties = Schema.True.class)
record CloudEventInput(
        @Schema(required = true, enumeration = "1.0") String specversion,

        @Schema(required = true, maxLength = 200, description = "Of the source's own making, and its only one.")
        String id,

        @Schema(required = true, maxLength = 200, description = "Who reports it.")
        String source,

        @Schema(
                required = true,
                pattern = "^[a-z][a-z0-9_]{0,63}$",
                description = "What was done, named as GA4 does where it has a name.")
        String type,

        @Schema(required = true, description = "When it happened, from 1970-01-01 to a day from now.")
        Instant time,

        @Schema(nullable = true, examples = "application/json")
        String datacontenttype,

        @Schema(nullable = true, description = "What it is about; kept.", maxLength = 2000)
        String subject,

        @Schema(nullable = true) Data data) {

    static final String EXAMPLE = """
            {"specversion": "1.0", "id": "e-1", "source": "web", "type": "page_view", "time": "2026-03-01T09:30:00Z",
             "data": {"visitorId": "v1", "page": {"url": "https://crumb.example/menu"}}}""";

    @Schema(name = "CloudEventData", description = "An event's other members, as an event has them.")
    record Data(
            @Schema(maxLength = 200, nullable = true) String visitorId,
            @Schema(maxLength = 200, nullable = true) String customerId,
            @Schema(maxLength = 200, nullable = true) String channel,
            @Schema(maxLength = 200, nullable = true) String campaign,
            @Schema(nullable = true) EventInput.PageInput page,
            @Schema(maxLength = 200, nullable = true) String touchpoint,
            @Schema(maxLength = 200, nullable = true) String location,
            @Schema(maxLength = 200, nullable = true) String product,
            @Schema(nullable = true) EventInput.ContextInput context,
            @Schema(nullable = true) EventInput.MoneyInput value,

            @Schema(nullable = true, description = "Up to 200 members of your own.")
            Map<String, Object> properties) {}
}
