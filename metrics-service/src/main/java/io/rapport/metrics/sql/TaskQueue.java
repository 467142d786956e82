package io.rapport.metrics.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A table of tasks by business, taken in the order of their numbers.
 *
 * @param table has {@code business_id} and {@code sequence}
 */
public record TaskQueue(String table) {

    /** Whose tasks wait: from one business to the next, whatever each has waiting. */
    public Set<String> businesses(Connection connection) throws SQLException {
        return Set.copyOf(Sql.of("""
                        with recursive waiting as (
                          (select business_id from %1$s order by business_id limit 1)
                          union all
                          select (select t.business_id from %1$s t where t.business_id > w.business_id
                            order by t.business_id limit 1)
                          from waiting w where w.business_id is not null)
                        select business_id from waiting where business_id is not null""".formatted(table)).list(connection, row -> row.getString(1)));
    }

    /**
     * Takes the oldest tasks; in the transaction that does them, so that they come back if it fails. They are found by where they
     * lie: of a table that is full now and empty then, the planner never knows how many there are.
     *
     * @param columns what is to be told of each
     */
    public Sql take(String business, int most, String columns) {
        return Sql.of("delete from " + table + " where ctid = any (array(select ctid from " + table)
                .add("where business_id = ? order by sequence limit ?)) returning " + columns, business, most);
    }
}
