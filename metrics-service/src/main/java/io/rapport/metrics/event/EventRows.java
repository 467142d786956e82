package io.rapport.metrics.event;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Writes events into their table, many with one statement. */
final class EventRows {
    private static final List<Column> COLUMNS = List.of(
            text("business_id", row -> row.submission.business()),
            number("provenance", (row, numbers) -> numbers.provenance(row.submission)),
            ofEvent("source", Event::source),
            ofEvent("id", Event::id),
            ofEvent("type", Event::type),
            new Column("occurred_at", Instant[]::new, (row, numbers) -> row.event.occurredAt()),
            ofEvent("visitor_id", Event::visitorId),
            ofEvent("customer_id", Event::customerId),
            ofEvent("channel", Event::channel),
            ofEvent("campaign", Event::campaign),
            ofEvent("page_url", event -> event.page().url()),
            ofEvent("page_title", event -> event.page().title()),
            ofEvent("referrer", event -> event.page().referrer()),
            ofEvent("touchpoint", Event::touchpoint),
            ofEvent("location", Event::location),
            ofEvent("product", Event::product),
            number("agent", (row, numbers) -> numbers.agent(row.submission, row.event)),
            ofEvent("language", event -> event.context().language()),
            ofEvent("country", event -> event.context().country()),
            new Column("amount_minor", Long[]::new, (row, numbers) -> minor(row.event.amount())),
            ofEvent("currency", event -> currency(event.amount())),
            ofEvent("left_out", event -> event.context().leftOut()),
            ofEvent("properties", Event::properties));

    private EventRows() {}

    /** An event, and the request that brought it. */
    record Row(Submission submission, Event event) {}

    /** A column, and what stands there. */
    private record Column(String name, IntFunction<Object[]> array, BiFunction<Row, EventNumbers.Known, Object> value) {

        Object[] of(List<Row> rows, EventNumbers.Known numbers) {
            return rows.stream().map(row -> value.apply(row, numbers)).toArray(array);
        }

        String selected() {
            return "properties".equals(name) ? "properties::jsonb" : name;
        }
    }

    private record Filled(Column column, Object[] values) {}

    /** Columns of which no event of these has anything, which are most for page views, aren't spoken of. */
    static void insert(Connection connection, List<Row> rows, EventNumbers.Known numbers) throws SQLException {
        List<Filled> filled = COLUMNS.stream()
                .map(column -> new Filled(column, column.of(rows, numbers)))
                .filter(column -> Arrays.stream(column.values).anyMatch(Objects::nonNull))
                .toList();
        String names = joined(filled, Column::name);
        Sql insert =
                Sql.of("insert into event (" + names + ") select " + joined(filled, Column::selected) + " from unnest("
                        + String.join(", ", Collections.nCopies(filled.size(), "?")) + ") as e (" + names + ")");
        filled.forEach(column -> insert.with(column.values));
        insert.update(connection);
    }

    private static String joined(List<Filled> filled, Function<Column, String> part) {
        return filled.stream().map(Filled::column).map(part).collect(Collectors.joining(", "));
    }

    private static Column text(String name, Function<Row, String> value) {
        return new Column(name, String[]::new, (row, numbers) -> value.apply(row));
    }

    private static Column ofEvent(String name, Function<Event, String> value) {
        return text(name, row -> value.apply(row.event));
    }

    private static Column number(String name, BiFunction<Row, EventNumbers.Known, Object> value) {
        return new Column(name, Integer[]::new, value);
    }

    private static Long minor(Event.Amount amount) {
        return amount == null ? null : amount.minor();
    }

    private static String currency(Event.Amount amount) {
        return amount == null ? null : amount.currency();
    }
}
