package io.rapport.metrics.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.frame.test.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Visits from before their views were told by how long after the beginning they were. */
class OlderVisitsTest {
    private static final String DATABASE = "rapport_metrics_older";
    private static final String SIX_VIEWS = """
            insert into visit (business_id, began_at, ended_at, duration_us, engaged, visitor_number, events, page_views, visitor_id,
              traffic_channel, actions, goals, view_seq, view_at, view_us, view_page)
            values ('b_one', '2026-03-01T09:00:00Z', '2026-03-01T09:00:09Z', 9000000, true, 0, 4, 4, 'v', 'direct', '{}', '{}',
              '{1,2,3,4}', '{2026-03-01T09:00:00Z,2026-03-01T09:00:00.000001Z,2026-03-01T09:00:08.999999Z,2026-03-01T09:00:09Z}',
              '{1,null,3,4}', '{/a,/b,null,/a}'),
             ('b_one', '2026-03-02T09:00:00Z', '2026-03-02T09:00:01Z', 1000000, true, 0, 2, 2, 'v', 'direct', '{}', '{}',
              '{5,6}', '{2026-03-02T09:00:00Z,2026-03-02T09:00:01Z}', '{1,null}', '{/a,/b}')""";

    private final String url = TestPostgres.database(DATABASE);

    @Test
    void theirViewsAreAsTheyWere() throws SQLException {
        migrateTo("68");
        try (Connection connection = connect("b_one")) {
            connection.createStatement().executeUpdate(SIX_VIEWS);
        }
        String views =
                "select concat_ws(' ', seq, extract(epoch from occurred_at - began_at), duration_us, page) from page_view order by seq";
        List<String> before = select("b_one", views);
        migrateTo("latest");
        assertThat(select("b_one", views)).hasSize(6).isEqualTo(before);
        assertThat(select("b_one", "select view_again::text from visit order by began_at"))
                .containsExactly("{f,f,f,t}", null);
        assertThat(select("b_other", views)).isEmpty();
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(url, DATABASE + "_owner", TestPostgres.OWNER_PASSWORD)
                .locations("classpath:db/frame", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
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
