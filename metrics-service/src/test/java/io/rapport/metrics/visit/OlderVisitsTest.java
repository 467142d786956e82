package io.rapport.metrics.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.frame.test.OlderDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Visits from before their views were told by how long after the beginning they were, and tasks from when each was a row. */
class OlderVisitsTest {
    private static final String SIX_VIEWS = """
            insert into visit (business_id, began_at, ended_at, duration_us, engaged, visitor_number, events, page_views, visitor_id,
              traffic_channel, actions, goals, view_seq, view_at, view_us, view_page)
            values ('b_one', '2026-03-01T09:00:00Z', '2026-03-01T09:00:09Z', 9000000, true, 0, 4, 4, 'v', 'direct', '{}', '{}',
              '{1,2,3,4}', '{2026-03-01T09:00:00Z,2026-03-01T09:00:00.000001Z,2026-03-01T09:00:08.999999Z,2026-03-01T09:00:09Z}',
              '{1,null,3,4}', '{/a,/b,null,/a}'),
             ('b_one', '2026-03-02T09:00:00Z', '2026-03-02T09:00:01Z', 1000000, true, 0, 2, 2, 'v', 'direct', '{}', '{}',
              '{5,6}', '{2026-03-02T09:00:00Z,2026-03-02T09:00:01Z}', '{1,null}', '{/a,/b}')""";

    private static final String TASKS = """
            insert into visit_task (business_id, visitor_id, since, until, noted_at)
            values ('b_one', 'v', '2026-03-01T09:00:00Z', '2026-03-01T09:00:09.000001Z', '2026-03-03T09:00:00Z'),
              ('b_one', null, '1969-01-01T00:00:00Z', '2200-01-01T00:00:00Z', '2026-03-04T09:00:00Z'),
              ('b_one', 'w', '2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z', '2026-03-02T09:00:00Z')""";

    private final OlderDatabase database = new OlderDatabase("rapport_metrics_older");

    @Test
    void theirViewsAndWhatWaitsAreAsTheyWere() throws SQLException {
        database.migrateTo("68");
        database.update("b_one", SIX_VIEWS);
        database.update("b_one", TASKS);
        String views =
                "select concat_ws(' ', seq, extract(epoch from occurred_at - began_at), duration_us, page) from page_view order by seq";
        List<String> before = database.select("b_one", views);
        database.migrateTo("latest");
        assertThat(database.select("b_one", views)).hasSize(6).isEqualTo(before);
        assertThat(database.select("b_one", "select view_again::text from visit order by began_at"))
                .containsExactly("{f,f,f,t}", null);
        assertThat(database.select("b_other", views)).isEmpty();
        assertThat(
                        database.select(
                                "b_one",
                                "select concat_ws(' ', business_id, noted_at at time zone 'UTC', visits, visitors, since_us, until_us) from visit_task"))
                .containsExactly("b_one 2026-03-02 09:00:00 2 {v,w} {1772355600000000,1772359200000000}"
                        + " {1772355609000001,1772359200000000}");
        assertThat(
                        database.select(
                                "b_one",
                                "select concat_ws(' ', since at time zone 'UTC', noted_at at time zone 'UTC') from visit_rebuild"))
                .containsExactly("1969-01-01 00:00:00 2026-03-04 09:00:00");
    }
}
