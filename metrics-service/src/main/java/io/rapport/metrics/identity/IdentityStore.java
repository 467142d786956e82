package io.rapport.metrics.identity;

import io.rapport.metrics.event.Provenance;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.value.ValueTasks;
import io.rapport.metrics.visit.VisitTasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Keeps who is whom; whatever was derived from it follows in the same transaction. */
@ApplicationScoped
class IdentityStore {
    private final Transactions transactions;

    IdentityStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @return whether the link is new: one that says the same and holds already isn't stored again */
    boolean link(String business, IdentityLink link, Instant recordedAt, Provenance provenance) {
        return transactions.call(connection -> link(connection, business, link, recordedAt, provenance));
    }

    boolean link(Connection connection, String business, IdentityLink link, Instant recordedAt, Provenance provenance)
            throws SQLException {
        prepare(connection, business, link.idType());
        CustomerTraits.save(connection, business, link, provenance.recordedBy());
        SeenCustomers.note(connection, business, named(link));
        boolean fresh = !holds(connection, business, link);
        if (fresh) {
            insert(connection, business, link, recordedAt, provenance);
            follow(connection, business, link.idType(), link.id());
        }
        return fresh;
    }

    /** @return whether there was a link to undo */
    boolean undo(String business, String idType, String id, Instant now, String by) {
        return transactions.call(connection -> {
            prepare(connection, business, idType);
            Set<String> unlinked = new TreeSet<>(Sql.of(
                            "update identity_link set undone_at = ?, undone_by = ?"
                                    + " where business_id = ? and id_type = ? and id = ? and undone_at is null"
                                    + " returning customer_id",
                            now,
                            by,
                            business,
                            idType,
                            IdentityLink.normalised(idType, id))
                    .list(connection, row -> row.getString(1)));
            if (unlinked.isEmpty()) {
                return false;
            }
            follow(connection, business, idType, id);
            if (idType.equals(IdentityLink.CUSTOMER)) {
                unlinked.add(id);
            }
            SeenCustomers.recount(connection, business, unlinked);
            return true;
        });
    }

    /** Lets everything derived follow from visitors' links, and those between customers, that were undone. */
    void followAll(Connection connection, String business, List<String> visitors) throws SQLException {
        VisitTasks.note(connection, business, VisitTasks.merge(visitors.stream().map(VisitTasks.Touch::everything)));
        CustomerAliases.refresh(connection, business);
    }

    private static SeenCustomers.Named named(IdentityLink link) {
        SeenCustomers.Named named = new SeenCustomers.Named().add(link.customerId(), link.occurredAt());
        return link.idType().equals(IdentityLink.CUSTOMER) ? named.add(link.id(), link.occurredAt()) : named;
    }

    private static void prepare(Connection connection, String business, String idType) throws SQLException {
        if (idType.equals(IdentityLink.CUSTOMER)) {
            CustomerAliases.lock(connection, business);
        }
    }

    /** Whose visits, orders and subscriptions are is derived; addresses, numbers and handles are looked up for all else. */
    private static void follow(Connection connection, String business, String idType, String id) throws SQLException {
        if (!idType.equals(IdentityLink.CUSTOMER)) {
            ValueTasks.noteLink(connection, business, idType, IdentityLink.normalised(idType, id));
        }
        if (idType.equals(IdentityLink.VISITOR)) {
            VisitTasks.note(connection, business, List.of(VisitTasks.Touch.everything(id)));
        } else if (idType.equals(IdentityLink.CUSTOMER)) {
            CustomerAliases.refresh(connection, business);
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
}
