package io.rapport.metrics.metric;

import io.rapport.frame.http.QueryInput;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Takes a figure apart: the facts that its total counts. */
@ApplicationScoped
class Evidence {
    private final Transactions transactions;
    private final Derivation derivation;

    Evidence(Transactions transactions, Derivation derivation) {
        this.transactions = transactions;
        this.derivation = derivation;
    }

    /** @param next to be given as cursor for the page after; null on the last */
    @Schema(name = "EvidencePage")
    public record Page(
            List<EvidenceFact> items,

            @Schema(nullable = true, description = "The cursor of the next page; null on the last one.")
            String next,

            @Schema(
                    nullable = true,
                    description = "The first day of which events are kept, where older ones were removed; else null.")
            LocalDate keptFrom) {}

    /** Where the page before ended. */
    record Cursor(Instant time, String tieBreak) {

        static Cursor read(QueryInput input) {
            String text = input.text("cursor");
            if (text == null) {
                return null;
            }
            try {
                String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                String[] parts = decoded.split(" ", 2);
                boolean whole = parts.length == 2 && decoded.indexOf('\0') < 0;
                return whole
                        ? new Cursor(Instant.parse(parts[0]), parts[1])
                        : input.refuse("cursor", "is not one of ours");
            } catch (IllegalArgumentException | DateTimeException malformed) {
                return input.refuse("cursor", "is not one of ours");
            }
        }

        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((time + " " + tieBreak).getBytes(StandardCharsets.UTF_8));
        }
    }

    Page page(Business business, MetricQuery query, Cursor cursor, int limit) {
        FactSource source = query.metric().source();
        if (query.restsOnDerived()) {
            derivation.catchUp(business.id());
        }
        String time = "f." + source.time();
        Scope scope = new Scope(business, query.segment(), query.period());
        Sql sql = Sql.of("select f.*, (" + source.tieBreak() + ")::text as tie_break, " + time + " as fact_time"
                        + source.evidenceColumns())
                .add(FactSelection.rows(query.metric(), scope));
        if (cursor != null) {
            sql.add("and (" + time + ", (" + source.tieBreak() + ")::text) < (?, ?)", cursor.time(), cursor.tieBreak());
        }
        sql.add("order by " + time + " desc, (" + source.tieBreak() + ")::text desc limit ?", limit + 1);
        record Row(EvidenceFact fact, Cursor cursor) {}
        List<Row> rows = transactions.call(connection -> sql.list(
                connection,
                row -> new Row(
                        source.evidence().read(row),
                        new Cursor(Sql.instant(row, "fact_time"), row.getString("tie_break")))));
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new Page(
                shown.stream().map(Row::fact).toList(),
                more ? shown.getLast().cursor().text() : null,
                Removed.keptFrom(query.metric(), scope));
    }
}
