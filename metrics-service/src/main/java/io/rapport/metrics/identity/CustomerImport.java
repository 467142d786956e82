package io.rapport.metrics.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.metrics.event.Provenance;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions.Work;
import io.rapport.metrics.value.ValueTasks;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Customers that come in a file: each with any number of its ids, and its traits. */
@ApplicationScoped
public class CustomerImport {
    private final IdentityStore store;

    CustomerImport(IdentityStore store) {
        this.store = store;
    }

    /**
     * Reads a customer; every rule that it breaks is named by the problem that is thrown.
     *
     * @param now the time of links that bear none
     * @return what stores it, and tells whether anything was new
     */
    public Work<Boolean> read(String business, ObjectNode customer, Instant now, String recordedBy) {
        List<IdentityLink> links = new ArrayList<>();
        for (String member : IdentityLink.MEMBER_OF_TYPE.values()) {
            if (customer.hasNonNull(member)) {
                links.add(IdentityLink.read(only(customer, member), now));
            }
        }
        JsonInput input = JsonInput.object(customer);
        String id = input.requiredText("customerId", IdentityLink.ID);
        Instant at = input.instant("occurredAt", now);
        Map<String, String> traits = IdentityLink.traits(input);
        IdentityLink.MEMBER_OF_TYPE.values().forEach(input::any);
        input.finish();
        IdentityLink traitsAlone = new IdentityLink(null, null, id, at == null ? now : at, traits);
        Provenance provenance = new Provenance(recordedBy, "server");
        return connection -> save(connection, business, links, traitsAlone, now, provenance);
    }

    private boolean save(
            Connection connection,
            String business,
            List<IdentityLink> links,
            IdentityLink traits,
            Instant now,
            Provenance provenance)
            throws SQLException {
        boolean fresh = links.isEmpty() || !traits.traits().isEmpty();
        for (IdentityLink link : links) {
            fresh |= store.link(connection, business, link, now, provenance);
        }
        CustomerTraits.save(connection, business, traits, provenance.recordedBy());
        if (!traits.traits().isEmpty()) {
            SeenCustomers.note(
                    connection, business, new SeenCustomers.Named().add(traits.customerId(), traits.occurredAt()));
        }
        return fresh;
    }

    /** Undoes what somebody has recorded. */
    public void takeBack(Connection connection, String business, String recordedBy, Instant now) throws SQLException {
        CustomerAliases.lock(connection, business);
        Set<String> customers = new HashSet<>(CustomerTraits.takeBack(connection, business, recordedBy));
        CustomerTraits.derive(connection, business, customers);
        record Gone(String type, String id, String customer) {}
        List<Gone> gone = Sql.of(
                        "update identity_link set undone_at = ?, undone_by = ? where business_id = ? and recorded_by = ?"
                                + " and undone_at is null returning id_type, id, customer_id",
                        now,
                        recordedBy,
                        business,
                        recordedBy)
                .list(connection, row -> new Gone(row.getString(1), row.getString(2), row.getString(3)));
        ValueTasks.noteLinksBy(connection, business, recordedBy);
        gone.forEach(link -> customers.add(link.customer()));
        gone.stream()
                .filter(link -> link.type().equals(IdentityLink.CUSTOMER))
                .forEach(link -> customers.add(link.id()));
        store.followAll(
                connection,
                business,
                gone.stream()
                        .filter(link -> link.type().equals(IdentityLink.VISITOR))
                        .map(Gone::id)
                        .distinct()
                        .toList());
        SeenCustomers.recount(connection, business, customers);
    }

    private static JsonNode only(ObjectNode customer, String member) {
        ObjectNode link = customer.objectNode();
        for (String kept : List.of(member, "customerId", "occurredAt")) {
            if (customer.has(kept)) {
                link.set(kept, customer.get(kept));
            }
        }
        return link;
    }
}
