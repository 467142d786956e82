package io.rapport.feedback.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.frame.test.OlderDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Readings from before there were filters and rescoring, which the migrations see in spite of row-level security. */
class OlderReadingsTest {
    private static final String READING = """
            {"model": "old-1", "label": "positive", "emotions": [{"emotion": "joy", "probability": 0.7}], "aspects": [
             {"category": "queue", "term": "line", "label": "negative"},
             {"category": "queue", "term": "queue", "label": "negative"}]}""";

    private final OlderDatabase database = new OlderDatabase("rapport_feedback_older");

    @Test
    void theyAreFoundByWhatTheySayAndByTheirModel() throws SQLException {
        database.migrateTo("2");
        database.update("b_one", "insert into feedback " + row("b_one", "'" + READING + "'"));
        database.update("b_two", "insert into feedback " + row("b_two", "null"));
        database.migrateTo("latest");
        assertThat(database.select(
                        "b_one", "select concat_ws(' ', feedback_id, what, name, label) from feedback_mention"))
                .containsExactlyInAnyOrder("f aspect queue negative", "f emotion joy ");
        assertThat(database.select("b_two", "select name from feedback_mention"))
                .isEmpty();
        assertThat(database.select("b_one", "select reading_model from feedback"))
                .containsExactly("old-1");
        assertThat(database.select("b_none", "select business_id || ' ' || model from reading_model"))
                .containsExactly("b_one old-1");
        assertThat(database.select("b_none", "select feedback_id from feedback"))
                .isEmpty();
    }

    private static String row(String business, String reading) {
        return "(business_id, source, feedback_id, revision, deleted, content_hash, kind, occurred_at, recorded_at,"
                + " recorded_by, origin, reading) values ('" + business
                + "', 's', 'f', 1, false, '', 'review', now(), now(), 'k', 'server', " + reading + ")";
    }
}
