package io.rapport.metrics.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.rapport.frame.json.ExportWriter;
import io.rapport.metrics.identity.Person;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * All that is kept here of a person: what they did, and every row of a table that names the customer, whichever tables there
 * are. So a table that is added is in the export without being named here.
 */
@ApplicationScoped
class PersonExport {
    private static final int AT_ONCE = 1_000;
    private static final int LONGEST_SECONDS = 600;

    private static final String TABLES = """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'customer_id'
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
              and c.relname not in ('event', 'erasure')
              and exists (select from pg_attribute b where b.attrelid = c.oid and b.attname = 'business_id')
            order by 1
            """;

    private final Transactions transactions;
    private final ObjectMapper json;

    PersonExport(Transactions transactions, ObjectMapper json) {
        this.transactions = transactions;
        this.json = json;
    }

    private record EventKey(Instant at, Long seq) {}

    void write(String business, String customer, OutputStream to) {
        QuarkusTransaction.requiringNew()
                .timeout(LONGEST_SECONDS)
                .run(() -> transactions.call(connection -> {
                    try (ExportWriter out = new ExportWriter(json, to)) {
                        write(connection, business, Person.of(connection, business, customer), out);
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                    return null;
                }));
    }

    private void write(Connection connection, String business, Person person, ExportWriter out)
            throws SQLException, IOException {
        out.value("person", json.valueToTree(person));
        List<EventKey> events = events(connection, business, person);
        out.list("events", each -> {
            for (int from = 0; from < events.size(); from += AT_ONCE) {
                List<EventKey> some = events.subList(from, Math.min(events.size(), from + AT_ONCE));
                for (String row : rows(connection, business, some)) {
                    each.write(row);
                }
            }
        });
        String[] customers = person.customers().toArray(String[]::new);
        for (String table : Sql.of(TABLES).list(connection, row -> row.getString(1))) {
            List<String> rows = Sql.of(
                            "select (to_jsonb(t) - 'business_id')::text from " + table
                                    + " t where business_id = ? and customer_id = any (?)",
                            business,
                            customers)
                    .list(connection, row -> row.getString(1));
            out.list(ExportWriter.camel(table), each -> {
                for (String row : rows) {
                    each.write(row);
                }
            });
        }
    }

    /** Those that name the person, and those of a visitor or an address that was the person's then. */
    private static List<EventKey> events(Connection connection, String business, Person person) throws SQLException {
        return Sql.of("select occurred_at, seq from event where business_id = ?", business)
                .add("and customer_id = any (?)", (Object) person.customers().toArray(String[]::new))
                .add("union select f.occurred_at, f.seq from event_of_customer f where f.business_id = ?", business)
                .add("and f.visitor_id = any (?)", (Object) person.visitors().toArray(String[]::new))
                .add("and f.customer_id = ?", person.knownAs())
                .add("union select f.occurred_at, f.seq from event_of_customer f where f.business_id = ?", business)
                .add("and ? and f.type <> 'page_view'", !person.addresses().isEmpty())
                .add(
                        "and array[lower(f.properties ->> 'recipient'), f.properties ->> 'phone',"
                                + " f.properties ->> 'handle'] && ?",
                        (Object) person.addresses().toArray(String[]::new))
                .add("and f.customer_id = ?", person.knownAs())
                .add("union select e.occurred_at, e.seq from visit v join event e on e.business_id = v.business_id")
                .add("and e.visitor_id = v.visitor_id and e.occurred_at between v.began_at and v.ended_at")
                .add(
                        "where v.business_id = ? and v.customer_id = ? and e.customer_id is null",
                        business,
                        person.knownAs())
                .add("order by 1, 2")
                .list(connection, row -> new EventKey(Sql.instant(row, "occurred_at"), row.getLong(2)));
    }

    private static List<String> rows(Connection connection, String business, List<EventKey> keys) throws IOException {
        try {
            return Sql.of("select (to_jsonb(e) - '{business_id,agent,provenance}'::text[]")
                    .add(
                            "|| jsonb_build_object('user_agent', a.name, 'recorded_by', coalesce(e.recorded_by, p.recorded_by),")
                    .add("'origin', coalesce(e.origin, p.origin)))::text")
                    .add("from event e join unnest(?, ?) as k (at, seq) on e.occurred_at = k.at and e.seq = k.seq")
                    .with(keys.stream().map(EventKey::at).toArray(Instant[]::new))
                    .with(keys.stream().map(EventKey::seq).toArray(Long[]::new))
                    .add("left join provenance p on p.business_id = e.business_id and p.number = e.provenance")
                    .add("left join agent a on a.business_id = e.business_id and a.number = e.agent")
                    .add("where e.business_id = ? order by k.at, k.seq", business)
                    .list(connection, row -> row.getString(1));
        } catch (SQLException failed) {
            throw new IOException(failed);
        }
    }
}
