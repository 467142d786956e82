package io.rapport.metrics.customer;

import io.rapport.frame.http.QueryInput;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.identity.Person;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that a customer did and said, newest first. */
@ApplicationScoped
class Timeline {
    private static final String FACTS = """
            select * from (
              select c.occurred_at, 'event' as kind, c.type, c.source, c.id, c.channel, c.campaign, e.page_url as page, c.touchpoint,
                c.location, c.product, e.amount_minor, e.currency, null::numeric as rating, null::text as label,
                null::numeric as score, null::numeric as survey_score
              from customer_event c
                join event e on e.business_id = c.business_id and e.occurred_at = c.occurred_at and e.seq = c.seq
              where c.business_id = ? and c.customer_id = ?
              union all
              select f.occurred_at, 'feedback', f.kind, f.source, f.id, f.channel, null, f.page, f.touchpoint, f.location,
                f.product, null, null, f.rating, f.label, f.score, f.survey_score
              from feedback_of_customer f
              where f.business_id = ? and f.customer_id = ? and not f.deleted) f
            """;

    private final Transactions transactions;

    Timeline(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Something that a customer did or said. */
    @Schema(name = "TimelineItem")
    record Item(
            Instant at,
            @Schema(enumeration = {"event", "feedback"}) String kind,

            @Schema(description = "The type of the event, or the kind of the feedback.", examples = "purchase")
            String type,

            String source,
            String id,
            @Schema(nullable = true) String channel,
            @Schema(nullable = true) String campaign,
            @Schema(nullable = true) String page,
            @Schema(nullable = true) String touchpoint,
            @Schema(nullable = true) String location,
            @Schema(nullable = true) String product,
            @Schema(nullable = true) Amount value,
            @Schema(nullable = true) BigDecimal rating,
            @Schema(nullable = true) String label,
            @Schema(nullable = true) BigDecimal score,
            @Schema(nullable = true) BigDecimal surveyScore,

            @Schema(nullable = true, description = "Where the words of feedback are.")
            String link) {}

    /** Money, as it was sent. */
    @Schema(name = "TimelineAmount")
    record Amount(
            @Schema(examples = "12.50") String amount,
            @Schema(examples = "EUR") String currency) {}

    /** A page of it. */
    @Schema(name = "TimelinePage")
    record Page(
            List<Item> items,

            @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
            String next) {}

    /** Where the page before ended. */
    record Cursor(Instant at, String key) {
        static Cursor read(QueryInput input) {
            String text = input.text("cursor");
            if (text == null) {
                return null;
            }
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
                return parts.length == 2 && parts[1].indexOf('\0') < 0
                        ? new Cursor(Instant.parse(parts[0]), parts[1])
                        : input.refuse("cursor", "is not one of ours");
            } catch (IllegalArgumentException | DateTimeException malformed) {
                return input.refuse("cursor", "is not one of ours");
            }
        }

        static String text(Item item) {
            String both = item.at + " " + item.kind + "/" + item.source + "/" + item.id;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }
    }

    Page page(Business business, String customer, Cursor cursor, int limit) {
        List<Item> found = transactions.call(connection -> {
            Person person = Customers.known(connection, business.id(), customer);
            Sql sql = Sql.of(FACTS, business.id(), person.knownAs(), business.id(), person.knownAs());
            if (cursor != null) {
                sql.add("where (occurred_at, kind || '/' || source || '/' || id) < (?, ?)", cursor.at(), cursor.key());
            }
            return sql.add("order by occurred_at desc, kind || '/' || source || '/' || id desc limit ?", limit + 1)
                    .list(connection, Timeline::item);
        });
        boolean more = found.size() > limit;
        List<Item> shown = more ? found.subList(0, limit) : found;
        return new Page(List.copyOf(shown), more ? Cursor.text(shown.getLast()) : null);
    }

    private static Item item(ResultSet row) throws SQLException {
        boolean said = row.getString("kind").equals("feedback");
        return new Item(
                Sql.instant(row, "occurred_at"),
                row.getString("kind"),
                row.getString("type"),
                row.getString("source"),
                row.getString("id"),
                row.getString("channel"),
                row.getString("campaign"),
                row.getString("page"),
                row.getString("touchpoint"),
                row.getString("location"),
                row.getString("product"),
                amount(row),
                row.getBigDecimal("rating"),
                row.getString("label"),
                row.getBigDecimal("score"),
                row.getBigDecimal("survey_score"),
                said ? feedback(row.getString("source"), row.getString("id")) : null);
    }

    private static Amount amount(ResultSet row) throws SQLException {
        Long minor = row.getObject("amount_minor", Long.class);
        String currency = row.getString("currency");
        return minor == null || currency == null
                ? null
                : new Amount(
                        BigDecimal.valueOf(
                                        minor,
                                        Math.max(
                                                0,
                                                Currency.getInstance(currency).getDefaultFractionDigits()))
                                .toPlainString(),
                        currency);
    }

    private static String feedback(String source, String id) {
        return "/v1/feedback/" + Customers.encoded(source) + "/" + Customers.encoded(id);
    }
}
