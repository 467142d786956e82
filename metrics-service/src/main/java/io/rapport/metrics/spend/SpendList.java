package io.rapport.metrics.spend;

import io.rapport.frame.http.QueryInput;
import io.rapport.metrics.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question for the spend that holds, newest statement first.
 *
 * @param from leaves out periods that end before; null for none
 * @param to leaves out periods that begin then or later; null for none
 * @param before the number of the last statement of the page before; null on the first page
 */
record SpendList(LocalDate from, LocalDate to, String kind, String channel, Long before, int limit) {

    /** @param next to be given as cursor for the page after; null on the last */
    @Schema(name = "SpendPage")
    record Page(
            List<Item> items,

            @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
            String next) {}

    /** A statement that holds. */
    @Schema(name = "Spend")
    record Item(
            @Schema(nullable = true) String channel,
            @Schema(nullable = true) String campaign,
            String kind,
            LocalDate from,
            LocalDate to,
            Money amount,
            Instant recordedAt,

            @Schema(description = "The key or import that brought it.")
            String recordedBy) {}

    /** Money as a decimal. */
    @Schema(name = "Money")
    record Money(String amount, String currency) {
        static Money of(long minor, String currency) {
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            return new Money(BigDecimal.valueOf(minor, digits).toPlainString(), currency);
        }
    }

    static SpendList read(QueryInput input) {
        String cursor = input.text("cursor");
        if (cursor != null && !cursor.matches("\\d{1,18}")) {
            cursor = input.refuse("cursor", "is not one of ours");
        }
        SpendList list = new SpendList(
                input.date("from"),
                input.date("to"),
                input.oneOf("kind", Spend.KINDS),
                input.text("channel"),
                cursor == null ? null : Long.valueOf(cursor),
                input.integer("limit", 1, 200, 50));
        input.finish();
        return list;
    }

    Page page(Connection connection, String business) throws SQLException {
        record Row(long seq, Item item) {}
        Sql sql = Sql.of("select * from spend_current where business_id = ?", business);
        restrict(sql, "and to_day > ?", from);
        restrict(sql, "and from_day < ?", to);
        restrict(sql, "and kind = ?", kind);
        restrict(sql, "and channel = ?", channel);
        restrict(sql, "and seq < ?", before);
        List<Row> rows = sql.add("order by seq desc limit ?", limit + 1)
                .list(connection, row -> new Row(row.getLong("seq"), item(row)));
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new Page(
                shown.stream().map(Row::item).toList(),
                more ? Long.toString(shown.getLast().seq()) : null);
    }

    private static void restrict(Sql sql, String condition, Object value) {
        if (value != null) {
            sql.add(condition, value);
        }
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getString("channel"),
                row.getString("campaign"),
                row.getString("kind"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                Money.of(row.getLong("amount_minor"), row.getString("currency")),
                Sql.instant(row, "recorded_at"),
                row.getString("recorded_by"));
    }
}
