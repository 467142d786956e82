package io.rapport.feedback.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.json.ExportWriter;
import io.rapport.frame.json.PersonIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that is kept here of a person: the same tables of which an erasure removes what is theirs. */
@ApplicationScoped
class PersonExport {
    private static final String ROWS = """
            select (to_jsonb(t) - 'business_id' - 'search' - 'content_hash')::text from %s t
            join unnest(?, ?) as k (source, feedback_id) on k.source = t.source and k.feedback_id = t.feedback_id
            where t.business_id = ? order by t.source, t.feedback_id
            """;
    private static final String ASKED = """
            select (to_jsonb(t) - 'business_id')::text from survey_contact t
            where t.business_id = ? and t.person = any (?) order by asked_at
            """;
    private static final int LONGEST_SECONDS = 600;

    /** From the member of the export to the table that it is of. */
    private static final Map<String, String> TABLES = tables();

    private final PersonalFeedback feedback;
    private final Carriers carriers;
    private final Sql sql;
    private final BusinessScope scope;
    private final ObjectMapper json;

    PersonExport(PersonalFeedback feedback, Carriers carriers, Sql sql, BusinessScope scope, ObjectMapper json) {
        this.feedback = feedback;
        this.carriers = carriers;
        this.sql = sql;
        this.scope = scope;
        this.json = json;
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("feedback", "feedback");
        tables.put("revisions", "feedback_history");
        tables.put("replies", "feedback_reply");
        tables.put("notes", "feedback_note");
        tables.put("handling", "feedback_handling");
        tables.put("tags", "feedback_tag");
        return tables;
    }

    void write(String business, PersonOrder person, OutputStream to) {
        scope.run(
                Set.of(business),
                () -> QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
                    try (ExportWriter out = new ExportWriter(json, to)) {
                        write(business, person, out);
                    }
                    return null;
                }));
    }

    private void write(String business, PersonOrder person, ExportWriter out) throws IOException {
        List<FeedbackKey> keys = feedback.keys(business, person);
        String[] sources = keys.stream().map(FeedbackKey::source).toArray(String[]::new);
        String[] ids = keys.stream().map(FeedbackKey::id).toArray(String[]::new);
        for (var table : TABLES.entrySet()) {
            list(
                    out,
                    table.getKey(),
                    sql.list(ROWS.formatted(table.getValue()), row -> row.getString(1), sources, ids, business));
        }
        list(out, "askedBySurveys", sql.list(ASKED, row -> row.getString(1), business, person.persons()));
        PersonIds traces = person.traces(keys);
        list(
                out,
                "deliveries",
                carriers.deliveries(business, traces).stream().map(this::shown).toList());
        list(
                out,
                "rejectedRows",
                carriers.rejected(business, traces).stream().map(this::shown).toList());
    }

    private static void list(ExportWriter out, String name, List<String> rows) throws IOException {
        out.list(name, each -> {
            for (String row : rows) {
                each.write(row);
            }
        });
    }

    private String shown(Carriers.Carrier one) {
        return json.createObjectNode()
                .put("connectionId", one.connection())
                .put("id", one.delivery())
                .put("body", text(one.body()))
                .put("fetched", text(one.fetched()))
                .toString();
    }

    private String shown(Carriers.Rejected one) {
        ArrayNode cells = json.createArrayNode();
        one.cells().forEach(cells::add);
        return json.createObjectNode()
                .put("importId", one.importId())
                .put("row", one.row())
                .set("cells", cells)
                .toString();
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
