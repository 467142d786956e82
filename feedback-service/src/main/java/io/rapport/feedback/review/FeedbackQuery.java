package io.rapport.feedback.review;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Documents by what feedback is listed and exported; {@link FeedbackFilter} reads it. */
public class FeedbackQuery {
    @Parameter(
            name = "kind",
            description = "Of this kind.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"review", "post", "survey_response", "message", "interview", "call", "note"
                            }))
    @QueryParam("kind")
    public String kind;

    @Parameter(name = "source", description = "Reported by this source.", schema = @Schema(type = SchemaType.STRING))
    @QueryParam("source")
    public String source;

    @Parameter(
            name = "label",
            description = "Read as this.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"positive", "neutral", "negative"}))
    @QueryParam("label")
    public String label;

    @Parameter(
            name = "aspect",
            description =
                    "Speaks of this category, in any way or, with `:negative`, `:neutral` or `:positive` after it, in that.",
            example = "waiting_time:negative",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            pattern = "^[a-z][a-z0-9_]{0,39}(:(positive|neutral|negative))?$"))
    @QueryParam("aspect")
    public String aspect;

    @Parameter(
            name = "emotion",
            description = "Feels this.",
            example = "annoyance",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {
                                "joy",
                                "trust",
                                "gratitude",
                                "anticipation",
                                "relief",
                                "surprise",
                                "confusion",
                                "anger",
                                "annoyance",
                                "disappointment",
                                "sadness",
                                "fear",
                                "disgust"
                            }))
    @QueryParam("emotion")
    public String emotion;

    @Parameter(
            name = "rating",
            description = "Rated so, brought to 1–5 and rounded.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "5"))
    @QueryParam("rating")
    public String rating;

    @Parameter(name = "customer", description = "By this customer.", schema = @Schema(type = SchemaType.STRING))
    @QueryParam("customer")
    public String customer;

    @Parameter(name = "touchpoint", description = "At this touchpoint.", schema = @Schema(type = SchemaType.STRING))
    @QueryParam("touchpoint")
    public String touchpoint;

    @Parameter(
            name = "page",
            description = "About this page of the web site.",
            example = "/menu",
            schema = @Schema(type = SchemaType.STRING))
    @QueryParam("page")
    public String page;

    @Parameter(
            name = "from",
            description = "Said at or after this instant, or the beginning of this date in the business's time zone.",
            example = "2026-03-01",
            schema = @Schema(type = SchemaType.STRING))
    @QueryParam("from")
    public String from;

    @Parameter(
            name = "to",
            description = "Said before this instant, or the beginning of this date.",
            example = "2026-04-01",
            schema = @Schema(type = SchemaType.STRING))
    @QueryParam("to")
    public String to;

    @Parameter(
            name = "answered",
            description = "Has a reply, or has none.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @QueryParam("answered")
    public String answered;

    @Parameter(
            name = "assignee",
            description = "Looked after by this person.",
            example = "mia",
            schema = @Schema(type = SchemaType.STRING))
    @QueryParam("assignee")
    public String assignee;

    @Parameter(
            name = "tag",
            description = "Under this tag.",
            example = "queue",
            schema = @Schema(type = SchemaType.STRING))
    @QueryParam("tag")
    public String tag;

    @Parameter(
            name = "state",
            description = "Handled so far.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"open", "in_progress", "done"}))
    @QueryParam("state")
    public String state;

    @Parameter(
            name = "q",
            description = "With these words; `\"a phrase\"`, `or` and `-not` are understood.",
            example = "queue",
            schema = @Schema(type = SchemaType.STRING))
    @QueryParam("q")
    public String q;
}
