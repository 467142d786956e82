package io.rapport.feedback.privacy;

import io.rapport.feedback.sql.Sql;
import io.rapport.frame.json.PersonIds;
import io.rapport.frame.json.Scalars;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is kept as it came and may carry a person: raw deliveries, what waits to be taken on, rejected rows of files. Each is
 * read as what it is, since a search would miss an id that is written in another way, and find a short one everywhere.
 */
@ApplicationScoped
class Carriers {
    private static final int AT_ONCE = 50;

    private static final String DELIVERIES = """
            select connection_id, id as delivery_id, 0 as position, body, fetched from webhook_delivery
            where business_id = ? and (connection_id, id) > (?, ?) and (length(body) > 0 or fetched is not null)
            order by connection_id, id limit
            """ + AT_ONCE;

    private static final String ONWARD = """
            select connection_id, delivery_id, position, convert_to(body, 'UTF8') as body, null::bytea as fetched from onward
            where business_id = ? and (connection_id, delivery_id, position) > (?, ?, ?)
            order by connection_id, delivery_id, position limit
            """ + AT_ONCE;

    private static final String ROWS = """
            select import_id, row, cells from import_rejection where business_id = ? and (import_id, row) > (?, ?)
            order by import_id, row limit
            """ + AT_ONCE;

    private final Sql sql;

    Carriers(Sql sql) {
        this.sql = sql;
    }

    /** A delivery, or what it brought. */
    record Carrier(String connection, String delivery, int position, byte[] body, byte[] fetched) {
        static Carrier read(ResultSet row) throws SQLException {
            return new Carrier(row.getString(1), row.getString(2), row.getInt(3), row.getBytes(4), row.getBytes(5));
        }

        boolean carries(PersonIds person) {
            return body != null && Scalars.any(body, person) || fetched != null && Scalars.any(fetched, person);
        }
    }

    /** A row of a file that was not taken. */
    record Rejected(String importId, long row, List<String> cells) {
        static Rejected read(ResultSet row) throws SQLException {
            return new Rejected(row.getString(1), row.getLong(2), List.of((String[])
                    row.getArray(3).getArray()));
        }

        boolean carries(PersonIds person) {
            return cells.stream().anyMatch(cell -> person.is("id", cell) || Scalars.any(cell, person));
        }
    }

    List<Carrier> deliveries(String business, PersonIds person) {
        return all(
                new Carrier("", "", 0, null, null),
                last -> sql.list(DELIVERIES, Carrier::read, business, last.connection(), last.delivery()),
                one -> one.carries(person));
    }

    List<Carrier> onward(String business, PersonIds person) {
        return all(
                new Carrier("", "", -1, null, null),
                last -> sql.list(ONWARD, Carrier::read, business, last.connection(), last.delivery(), last.position()),
                one -> one.carries(person));
    }

    List<Rejected> rejected(String business, PersonIds person) {
        return all(
                new Rejected("", 0, List.of()),
                last -> sql.list(ROWS, Rejected::read, business, last.importId(), last.row()),
                one -> one.carries(person));
    }

    /** Page by page, so that no more than one is held here. */
    private static <T> List<T> all(T before, Function<T, List<T>> next, Predicate<T> wanted) {
        List<T> found = new ArrayList<>();
        List<T> page = next.apply(before);
        while (!page.isEmpty()) {
            page.stream().filter(wanted).forEach(found::add);
            page = next.apply(page.getLast());
        }
        return found;
    }
}
