package io.rapport.metrics.privacy;

import io.rapport.frame.json.PersonIds;
import io.rapport.frame.json.Scalars;
import io.rapport.metrics.identity.Person;
import io.rapport.metrics.identity.SeenCustomers;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.value.ValueTasks;
import io.rapport.metrics.value.ValueTypes;
import io.rapport.metrics.visit.VisitTasks;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Takes a person's facts away, and has what was derived of them follow. */
final class PersonalFacts {
    private PersonalFacts() {}

    /** An event that is gone. */
    record Gone(String visitor, Instant at, String source, String id, String type) {}

    static int visits(Connection connection, String business, Person person) throws SQLException {
        return Sql.of(
                        "select count(*) from visit where business_id = ? and customer_id = ?",
                        business,
                        person.knownAs())
                .list(connection, row -> row.getInt(1))
                .getFirst();
    }

    /**
     * Removes what was done in the person's visits by visitors whom no link names: those are the person's because an event
     * among them says so.
     */
    static List<Gone> removeFromVisits(Connection connection, String business, Person person) throws SQLException {
        return noted(
                connection,
                business,
                Sql.of(
                        "delete from event e using visit v where v.business_id = ? and v.customer_id = ?"
                                + " and e.business_id = v.business_id and e.visitor_id = v.visitor_id"
                                + " and e.occurred_at between v.began_at and v.ended_at and e.customer_id is null"
                                + " and not exists (select from identity_link l where l.business_id = v.business_id"
                                + " and l.id_type = 'visitor' and l.id = v.visitor_id and l.undone_at is null)"
                                + " returning e.visitor_id, e.occurred_at, e.source, e.id, e.type",
                        business,
                        person.knownAs()));
    }

    /** Removes events that name the person, or an id that was the person's then; so many at most. */
    static List<Gone> removeEvents(Connection connection, String business, Person person, int most)
            throws SQLException {
        return noted(
                connection,
                business,
                Sql.of(
                                "with theirs as materialized (select occurred_at, seq from event where business_id = ?",
                                business)
                        .add("and customer_id = any (?)", (Object) texts(person.customers()))
                        .add(
                                "union all select f.occurred_at, f.seq from event_of_customer f where f.business_id = ?",
                                business)
                        .add("and f.visitor_id = any (?)", (Object) texts(person.visitors()))
                        .add("and f.customer_id = ?", person.knownAs())
                        .add(
                                "union all select f.occurred_at, f.seq from event_of_customer f where f.business_id = ?",
                                business)
                        .add(
                                "and ? and f.type <> 'page_view'",
                                !person.addresses().isEmpty())
                        .add(
                                "and array[lower(f.properties ->> 'recipient'), f.properties ->> 'phone',"
                                        + " f.properties ->> 'handle'] && ?",
                                (Object) texts(person.addresses()))
                        .add("and f.customer_id = ? limit ?)", person.knownAs(), most)
                        .add("delete from event e using theirs t where e.business_id = ?", business)
                        .add(
                                "and e.occurred_at = t.occurred_at and e.seq = t.seq returning e.visitor_id, e.occurred_at, e.source, e.id, e.type"));
    }

    /** Feedback is another service's; here it stays as a rating that nobody gave. */
    static int anonymiseFeedback(Connection connection, String business, Person person) throws SQLException {
        int changed = 0;
        for (String table : List.of("feedback_fact", "feedback_current")) {
            changed = Sql.of(
                            "update " + table + " set customer_id = null, visitor_id = null where business_id = ?",
                            business)
                    .add("and (customer_id = any (?)", (Object) texts(person.customers()))
                    .add("or customer_id is null and visitor_id = any (?)", (Object) texts(person.visitors()))
                    .add("and owner_of_visitor(business_id, visitor_id, occurred_at) = ?)", person.knownAs())
                    .update(connection);
        }
        return changed;
    }

    /** The same for facts that came since, by the ids that they name. */
    static void anonymiseFeedbackOf(Connection connection, String business, String[] customers) throws SQLException {
        for (String table : List.of("feedback_fact", "feedback_current")) {
            Sql.of(
                            "update " + table + " set customer_id = null, visitor_id = null"
                                    + " where business_id = ? and customer_id = any (?)",
                            business,
                            customers)
                    .update(connection);
        }
        SeenCustomers.recount(connection, business, List.of(customers));
    }

    /** Rows of files that were refused are kept as they came, and read as what they are: a line of JSON, or cells. */
    static int removeRejectedRows(Connection connection, String business, Person person) throws SQLException {
        PersonIds theirs = new PersonIds(Stream.of(person.customers(), person.visitors(), person.addresses())
                .flatMap(List::stream)
                .toList());
        int removed = 0;
        List<Rejected> rows = rejected(connection, business, new Rejected("", 0, List.of()));
        while (!rows.isEmpty()) {
            for (Rejected row : rows) {
                removed += row.carries(theirs) ? row.remove(connection, business) : 0;
            }
            rows = rejected(connection, business, rows.getLast());
        }
        return removed;
    }

    private record Rejected(String id, long row, List<String> cells) {
        boolean carries(PersonIds person) {
            return cells.stream().anyMatch(cell -> person.is("id", cell) || Scalars.any(cell, person));
        }

        int remove(Connection connection, String business) throws SQLException {
            return Sql.of(
                            "delete from import_rejection where business_id = ? and import_id = ? and row = ?",
                            business,
                            id,
                            row)
                    .update(connection);
        }
    }

    private static List<Rejected> rejected(Connection connection, String business, Rejected after) throws SQLException {
        return Sql.of(
                        "select import_id, row, cells from import_rejection where business_id = ?"
                                + " and (import_id, row) > (?, ?) order by import_id, row limit 500",
                        business,
                        after.id,
                        after.row)
                .list(
                        connection,
                        row -> new Rejected(row.getString(1), row.getLong(2), List.of((String[])
                                row.getArray(3).getArray())));
    }

    private static List<Gone> noted(Connection connection, String business, Sql delete) throws SQLException {
        List<Gone> gone = delete.list(
                connection,
                row -> new Gone(
                        row.getString("visitor_id"),
                        Sql.instant(row, "occurred_at"),
                        row.getString("source"),
                        row.getString("id"),
                        row.getString("type")));
        ValueTasks.note(
                connection,
                business,
                gone.stream()
                        .filter(event -> ValueTypes.has(event.type()))
                        .map(event -> new ValueTasks.Touch(event.at(), event.source(), event.id()))
                        .toList());
        VisitTasks.note(
                connection,
                business,
                VisitTasks.merge(gone.stream()
                        .filter(event -> Objects.nonNull(event.visitor()))
                        .map(event -> new VisitTasks.Touch(event.visitor(), event.at(), event.at()))));
        return gone;
    }

    private static String[] texts(List<String> list) {
        return list.toArray(String[]::new);
    }
}
