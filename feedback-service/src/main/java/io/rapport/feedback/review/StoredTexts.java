package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/**
 * Masks personal data in texts that were stored before a business wanted that. They stay the revisions that they are; what
 * was said again afterwards, and masked then, is still known as the same. Where a text is now in other words it is read anew.
 */
@ApplicationScoped
public class StoredTexts {
    private static final String PAGE = "select " + FeedbackRows.ALL + """
             from %s where business_id = ? and (source, feedback_id, revision) > (?, ?, ?) and not deleted
            order by source, feedback_id, revision limit ? for update
            """;

    private static final String CHANGE = """
            update %s set text = ?, survey = cast(? as jsonb), content_hash = ?
            where business_id = ? and source = ? and feedback_id = ? and revision = ?
            """;

    private static final String READ_ANEW = """
            insert into scoring_task (business_id, source, feedback_id, revision, priority) values (?, ?, ?, ?, 1)
            on conflict do nothing
            """;

    private final FeedbackRows rows;
    private final Sql sql;
    private final ObjectMapper json;

    StoredTexts(FeedbackRows rows, Sql sql, ObjectMapper json) {
        this.rows = rows;
        this.sql = sql;
        this.json = json;
    }

    /** The last revision that was looked at. */
    public record Place(String source, String id, int revision) {}

    /** @return how far it is; null where there is nothing left */
    public Place mask(String business, boolean current, Place after, int most) {
        String table = current ? "feedback" : "feedback_history";
        List<StoredFeedback> found = sql.list(
                PAGE.formatted(table), rows::read, business, after.source(), after.id(), after.revision(), most);
        found.forEach(one -> mask(table, one, current));
        return found.isEmpty()
                ? null
                : new Place(
                        found.getLast().key().source(),
                        found.getLast().key().id(),
                        found.getLast().revision());
    }

    private void mask(String table, StoredFeedback stored, boolean current) {
        FeedbackContent content = stored.content();
        FeedbackContent masked = PersonalData.masked(content);
        boolean sameWords = Objects.equals(content.text(), masked.text());
        if (sameWords && Objects.equals(content.survey(), masked.survey())) {
            return;
        }
        FeedbackKey key = stored.key();
        sql.update(
                CHANGE.formatted(table),
                masked.text(),
                masked.survey() == null
                        ? null
                        : json.valueToTree(masked.survey()).toString(),
                ContentHash.of(masked),
                stored.business(),
                key.source(),
                key.id(),
                stored.revision());
        if (current && !sameWords) {
            sql.update(READ_ANEW, stored.business(), key.source(), key.id(), stored.revision());
        }
    }
}
