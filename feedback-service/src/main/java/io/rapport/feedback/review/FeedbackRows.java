package io.rapport.feedback.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Between feedback and the rows of its two tables, which have the same columns. */
@ApplicationScoped
public class FeedbackRows {
    /** The columns in which a revision's content is kept, as they stand in a record that is made of JSON. */
    static final String CONTENT = "source, feedback_id, revision, deleted, content_hash, kind, text, rating_value,"
            + " rating_min, rating_max, stars, recommends, author_name, customer_id, visitor_id, channel, occurred_at,"
            + " language, url, page, touchpoint, product, location, survey";

    static final String RECORD = "(source text, feedback_id text, revision integer, deleted boolean, content_hash text,"
            + " kind text, text text, rating_value numeric, rating_min numeric, rating_max numeric, stars numeric,"
            + " recommends boolean, author_name text, customer_id text, visitor_id text, channel text,"
            + " occurred_at timestamptz, language text, url text, page text, touchpoint text, product text,"
            + " location text, survey jsonb)";

    /** All columns of a stored revision. */
    public static final String ALL = "business_id, " + CONTENT
            + ", recorded_at, recorded_by, origin, reading_seq, reading, reading_label, answered_at";

    private final ObjectMapper json;

    FeedbackRows(ObjectMapper json) {
        this.json = json;
    }

    ObjectNode write(FeedbackContent content, int revision, boolean deleted, String hash) {
        ObjectNode row = json.createObjectNode();
        row.put("source", content.source()).put("feedback_id", content.id());
        row.put("revision", revision).put("deleted", deleted).put("content_hash", hash);
        row.put("kind", content.kind()).put("text", content.text());
        Rating rating = content.rating();
        if (rating != null) {
            row.put("rating_value", rating.value()).put("rating_min", rating.min());
            row.put("rating_max", rating.max()).put("stars", rating.stars());
            row.put("recommends", rating.recommends());
        }
        if (content.author() != null) {
            row.put("author_name", content.author().name());
            row.put("customer_id", content.author().customerId());
        }
        row.put("visitor_id", content.visitorId()).put("channel", content.channel());
        row.put("occurred_at", content.occurredAt().toString()).put("language", content.language());
        row.put("url", content.url()).put("page", content.page()).put("touchpoint", content.touchpoint());
        row.put("product", content.product()).put("location", content.location());
        row.set("survey", content.survey() == null ? null : json.valueToTree(content.survey()));
        return row;
    }

    /** A revision from a row with {@link #ALL} columns. */
    public StoredFeedback read(ResultSet row) throws SQLException {
        return new StoredFeedback(
                row.getString("business_id"),
                row.getInt("revision"),
                row.getBoolean("deleted"),
                content(row),
                Sql.instant(row, "recorded_at"),
                new Provenance(row.getString("recorded_by"), row.getString("origin")),
                row.getInt("reading_seq"),
                tree(row.getString("reading")),
                Sql.instant(row, "answered_at"));
    }

    private FeedbackContent content(ResultSet row) throws SQLException {
        return new FeedbackContent(
                row.getString("source"),
                row.getString("feedback_id"),
                row.getInt("revision"),
                row.getString("kind"),
                row.getString("text"),
                rating(row),
                author(row),
                row.getString("visitor_id"),
                row.getString("channel"),
                Sql.instant(row, "occurred_at"),
                row.getString("language"),
                row.getString("url"),
                row.getString("page"),
                row.getString("touchpoint"),
                row.getString("product"),
                row.getString("location"),
                survey(row.getString("survey")));
    }

    /** The rating of a row with its four columns; null where nothing was rated. */
    public static Rating rating(ResultSet row) throws SQLException {
        BigDecimal value = row.getBigDecimal("rating_value");
        if (value != null) {
            return Rating.of(value, row.getBigDecimal("rating_min"), row.getBigDecimal("rating_max"));
        }
        Boolean recommends = row.getObject("recommends", Boolean.class);
        return recommends == null ? null : Rating.yesOrNo(recommends);
    }

    private static FeedbackContent.Author author(ResultSet row) throws SQLException {
        String name = row.getString("author_name");
        String customer = row.getString("customer_id");
        return name == null && customer == null ? null : new FeedbackContent.Author(name, customer);
    }

    private SurveyAnswer survey(String text) {
        return text == null ? null : json.convertValue(tree(text), SurveyAnswer.class);
    }

    private JsonNode tree(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL returned JSON that can't be read", impossible);
        }
    }
}
