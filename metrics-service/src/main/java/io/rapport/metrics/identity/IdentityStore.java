package io.rapport.metrics.identity;

import io.rapport.metrics.event.Provenance;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.visit.VisitTasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Keeps who is whom; whatever was derived from it follows in the same transaction. */
@ApplicationScoped
class IdentityStore {
    private final Transactions transactions;

    IdentityStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @return whether the link is new: one that says the same and holds already isn't stored again */
    boolean link(String business, IdentityLink link, Instant recordedAt, Provenance provenance) {
        return transactions.call(connection -> {
            saveTraits(connection, business, link);
            boolean fresh = !holds(connection, business, link);
            if (fresh) {
                insert(connection, business, link, recordedAt, provenance);
                noteVisits(connection, business, link.idType(), link.id());
            }
            return fresh;
        });
    }

    /** @return whether there was a link to undo */
    boolean undo(String business, String idType, String id, Instant now, String by) {
        return transactions.call(connection -> {
            int undone = Sql.of(
                            "update identity_link set undone_at = ?, undone_by = ?"
                                    + " where business_id = ? and id_type = ? and id = ? and undone_at is null",
                            now,
                            by,
                            business,
                            idType,
                            id)
                    .update(connection);
            if (undone > 0) {
                noteVisits(connection, business, idType, id);
            }
            return undone > 0;
        });
    }

    private static void noteVisits(Connection connection, String business, String idType, String id)
            throws SQLException {
        if (idType.equals(IdentityLink.VISITOR)) {
            VisitTasks.note(connection, business, List.of(VisitTasks.Touch.everything(id)));
        }
    }

    private static boolean holds(Connection connection, String business, IdentityLink link) throws SQLException {
        return !Sql.of(
                        "select 1 from identity_link where business_id = ? and id_type = ? and id = ? and customer_id = ?"
                                + " and occurred_at = ? and undone_at is null",
                        business,
                        link.idType(),
                        link.id(),
                        link.customerId(),
                        link.occurredAt())
                .list(connection, row -> true)
                .isEmpty();
    }

    private static void insert(
            Connection connection, String business, IdentityLink link, Instant recordedAt, Provenance provenance)
            throws SQLException {
        Sql.of(
                        "insert into identity_link (business_id, id_type, id, customer_id, occurred_at, recorded_at,"
                                + " recorded_by) values (?, ?, ?, ?, ?, ?, ?)",
                        business,
                        link.idType(),
                        link.id(),
                        link.customerId(),
                        link.occurredAt(),
                        recordedAt,
                        provenance.recordedBy())
                .update(connection);
    }

    private static void saveTraits(Connection connection, String business, IdentityLink link) throws SQLException {
        Sql.of(
                        "insert into customer_trait (business_id, customer_id, name, value, occurred_at)"
                                + " select ?, ?, name, value, ? from unnest(?, ?) as t (name, value) order by name"
                                + " on conflict (business_id, customer_id, name) do update"
                                + " set value = excluded.value, occurred_at = excluded.occurred_at"
                                + " where excluded.occurred_at >= customer_trait.occurred_at",
                        business,
                        link.customerId(),
                        link.occurredAt(),
                        link.traits().keySet().toArray(String[]::new),
                        link.traits().values().toArray(String[]::new))
                .update(connection);
    }
}
