package io.rapport.feedback.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.frame.test.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Readings from before there were filters and rescoring, which the migrations see in spite of row-level security. */
class OlderReadingsTest {
    private static final String DATABASE = "rapport_feedback_older";
    private static final String READING = """
            {"model": "old-1", "label": "positive", "emotions": [{"emotion": "joy", "probability": 0.7}], "aspects": [
             {"category": "queue", "term": "line", "label": "negative"},
             {"category": "queue", "term": "queue", "label": "negative"}]}""";

    private final String url = TestPostgres.database(DATABASE);

    @Test
    void theyAreFoundByWhatTheySayAndByTheirModel() throws SQLException {
        migrateTo("2");
        as("b_one", "insert into feedback " + row("b_one", "'" + READING + "'"));
        as("b_two", "insert into feedback " + row("b_two", "null"));
        migrateTo("latest");
        assertThat(select("b_one", "select concat_ws(' ', feedback_id, what, name, label) from feedback_mention"))
                .containsExactlyInAnyOrder("f aspect queue negative", "f emotion joy ");
        assertThat(select("b_two", "select name from feedback_mention")).isEmpty();
        assertThat(select("b_one", "select reading_model from feedback")).containsExactly("old-1");
        assertThat(select("b_none", "select business_id || ' ' || model from reading_model"))
                .containsExactly("b_one old-1");
        assertThat(select("b_none", "select feedback_id from feedback")).isEmpty();
    }

    private static String row(String business, String reading) {
        return "(business_id, source, feedback_id, revision, deleted, content_hash, kind, occurred_at, recorded_at,"
                + " recorded_by, origin, reading) values ('" + business
                + "', 's', 'f', 1, false, '', 'review', now(), now(), 'k', 'server', " + reading + ")";
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(url, DATABASE + "_owner", TestPostgres.OWNER_PASSWORD)
                .locations("classpath:db/frame", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private void as(String business, String statement) throws SQLException {
        try (Connection connection = connect(business)) {
            connection.createStatement().executeUpdate(statement);
        }
    }

    private List<String> select(String business, String query) throws SQLException {
        try (Connection connection = connect(business);
                var result = connection.createStatement().executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private Connection connect(String business) throws SQLException {
        Connection connection = DriverManager.getConnection(url, DATABASE + "_app", TestPostgres.APP_PASSWORD);
        connection.createStatement().execute("select set_config('app.business', '" + business + "', false)");
        return connection;
    }
}
