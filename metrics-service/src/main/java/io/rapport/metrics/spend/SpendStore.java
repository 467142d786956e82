package io.rapport.metrics.spend;

import io.rapport.metrics.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The table of spend. Statements are only ever added, so an earlier one holds again when a later one is taken back. */
public final class SpendStore {
    private static final String COLUMNS = "channel, campaign, kind, from_day, to_day, amount_minor, currency";

    private SpendStore() {}

    /** Adds what isn't said already; of two about the same the later one. @return how many were new */
    public static int add(Connection connection, String business, List<Spend> all, String recordedBy)
            throws SQLException {
        Map<Spend, Spend> latest = new LinkedHashMap<>();
        all.forEach(one -> latest.put(one.subject(), one));
        List<Spend> spend = List.copyOf(latest.values());
        return Sql.of(
                        "insert into spend (business_id, recorded_by, " + COLUMNS + ") select ?, ?, " + COLUMNS
                                + " from unnest(?, ?, ?, ?, ?, ?, ?) with ordinality as s (" + COLUMNS + ", place)"
                                + " where not exists (select 1 from spend_current c where c.business_id = ?"
                                + " and c.from_day = s.from_day and c.to_day = s.to_day and c.kind = s.kind"
                                + " and c.channel is not distinct from s.channel"
                                + " and c.campaign is not distinct from s.campaign"
                                + " and c.amount_minor = s.amount_minor and c.currency = s.currency) order by place",
                        business,
                        recordedBy,
                        texts(spend, Spend::channel),
                        texts(spend, Spend::campaign),
                        texts(spend, Spend::kind),
                        spend.stream().map(Spend::from).toArray(LocalDate[]::new),
                        spend.stream().map(Spend::to).toArray(LocalDate[]::new),
                        spend.stream().map(one -> one.amount().minor()).toArray(Long[]::new),
                        texts(spend, one -> one.amount().currency()),
                        business)
                .update(connection);
    }

    /** Takes back all that was recorded by somebody. @return how many statements */
    public static int takeBack(Connection connection, String business, String recordedBy) throws SQLException {
        return Sql.of("delete from spend where business_id = ? and recorded_by = ?", business, recordedBy)
                .update(connection);
    }

    private static String[] texts(List<Spend> spend, Function<Spend, String> column) {
        return spend.stream().map(column).toArray(String[]::new);
    }
}
