package io.rapport.metrics.event;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Writes events into their table, many with one statement. */
final class EventRows {
    private static final String COLUMNS = "business_id, provenance, source, id, type, occurred_at, visitor_id,"
            + " customer_id, channel, campaign, page_url, page_title, referrer, touchpoint, location, product, agent,"
            + " language, country, amount_minor, currency, left_out, properties";

    private static final String INSERT = "insert into event (" + COLUMNS + ")"
            + " select business_id, provenance, source, id, type, occurred_at, visitor_id, customer_id, channel,"
            + " campaign, page_url, page_title, referrer, touchpoint, location, product, agent, language, country,"
            + " amount_minor, currency, left_out, properties::jsonb from unnest("
            + "?, ".repeat(22) + "?) as e (" + COLUMNS + ")";

    private EventRows() {}

    /** An event, and the request that brought it. */
    record Row(Submission submission, Event event) {}

    static void insert(Connection connection, List<Row> rows, EventNumbers.Known numbers) throws SQLException {
        Sql.of(INSERT)
                .with(rows.stream().map(row -> row.submission.business()).toArray(String[]::new))
                .with(rows.stream()
                        .map(row -> numbers.provenance(row.submission))
                        .toArray(Integer[]::new))
                .with(texts(rows, Event::source))
                .with(texts(rows, Event::id))
                .with(texts(rows, Event::type))
                .with(rows.stream().map(row -> row.event.occurredAt()).toArray(Instant[]::new))
                .with(texts(rows, Event::visitorId))
                .with(texts(rows, Event::customerId))
                .with(texts(rows, Event::channel))
                .with(texts(rows, Event::campaign))
                .with(texts(rows, event -> event.page().url()))
                .with(texts(rows, event -> event.page().title()))
                .with(texts(rows, event -> event.page().referrer()))
                .with(texts(rows, Event::touchpoint))
                .with(texts(rows, Event::location))
                .with(texts(rows, Event::product))
                .with(rows.stream()
                        .map(row -> numbers.agent(row.submission, row.event))
                        .toArray(Integer[]::new))
                .with(texts(rows, event -> event.context().language()))
                .with(texts(rows, event -> event.context().country()))
                .with(rows.stream().map(row -> minor(row.event.amount())).toArray(Long[]::new))
                .with(texts(
                        rows,
                        event -> event.amount() == null ? null : event.amount().currency()))
                .with(texts(rows, event -> event.context().leftOut()))
                .with(texts(rows, Event::properties))
                .update(connection);
    }

    private static Long minor(Event.Amount amount) {
        return amount == null ? null : amount.minor();
    }

    private static String[] texts(List<Row> rows, Function<Event, String> column) {
        return rows.stream().map(row -> column.apply(row.event)).toArray(String[]::new);
    }
}
