package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Reads feedback as clients and webhooks send it, by the rules of the API. */
@ApplicationScoped
public class FeedbackReader {
    /** Sources that begin so are surveys' own: what they hold is written by answering. */
    public static final String SURVEY_SOURCE = "survey:";

    static final int MOST = 500;
    static final int LONGEST_TEXT = 100_000;
    static final int LONGEST_ID = 300;
    static final int LONGEST_SOURCE = 100;
    private static final int HIGHEST_REVISION = 1_000_000_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 2_000;
    private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}");

    private final Clock clock;

    FeedbackReader(Clock clock) {
        this.clock = clock;
    }

    /** One feedback or an array of them; throws one problem that names every broken rule. */
    public List<FeedbackContent> oneOrMany(JsonNode body) {
        List<JsonInput> inputs = JsonInput.oneOrMany(body, MOST);
        Instant now = clock.instant();
        List<FeedbackContent> contents =
                inputs.stream().map(input -> read(input, now)).toList();
        JsonInput.finish(inputs);
        return contents;
    }

    public FeedbackContent one(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        FeedbackContent content = read(input, clock.instant());
        input.finish();
        return content;
    }

    /** Which feedback a deletion is about; its {@code revision} may be missing. */
    public Deleted deleted(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String source = source(input);
        String id = input.requiredText("id", LONGEST_ID);
        Integer revision = input.integer("revision", 1, HIGHEST_REVISION);
        input.finish();
        return new Deleted(new FeedbackKey(source, id), revision);
    }

    /** A deletion that a source reports. */
    public record Deleted(FeedbackKey key, Integer revision) {}

    private static FeedbackContent read(JsonInput input, Instant now) {
        FeedbackContent content = new FeedbackContent(
                source(input),
                input.requiredText("id", LONGEST_ID),
                input.integer("revision", 1, HIGHEST_REVISION),
                input.requiredOneOf("kind", FeedbackKinds.ALL),
                input.text("text", LONGEST_TEXT),
                RatingReader.read(input),
                author(input.child("author")),
                input.text("visitorId", LONGEST_NAME),
                input.text("channel", 100),
                input.requiredInstant("occurredAt", now),
                language(input),
                url(input),
                input.text("page", LONGEST_ADDRESS),
                input.text("touchpoint", LONGEST_NAME),
                input.text("product", LONGEST_NAME),
                input.text("location", LONGEST_NAME),
                null);
        if (FeedbackKinds.REVIEW.equals(content.kind()) && !content.hasText() && !input.has("rating")) {
            input.refuse("text", "is required in a review without a rating");
        }
        return content;
    }

    private static String source(JsonInput input) {
        String source = input.requiredText("source", LONGEST_SOURCE);
        return source != null && source.startsWith(SURVEY_SOURCE)
                ? input.refuse("source", "must not begin with " + SURVEY_SOURCE + ": answer the survey instead")
                : source;
    }

    private static FeedbackContent.Author author(JsonInput author) {
        if (author == null) {
            return null;
        }
        String name = author.text("name", LONGEST_NAME);
        String customer = author.text("customerId", LONGEST_NAME);
        return name == null && customer == null ? null : new FeedbackContent.Author(name, customer);
    }

    /** It is shown as a link, which must lead to a page and nowhere else. */
    private static String url(JsonInput input) {
        String url = input.text("url", LONGEST_ADDRESS);
        return url == null || WEB.matcher(url).lookingAt()
                ? url
                : input.refuse("url", "must begin with http:// or https://");
    }

    private static String language(JsonInput input) {
        String language = input.text("language", 35);
        return language == null || LANGUAGE.matcher(language).matches()
                ? language
                : input.refuse("language", "must be a language tag such as en or pt-BR");
    }
}
