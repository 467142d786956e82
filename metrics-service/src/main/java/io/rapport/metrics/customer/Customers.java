package io.rapport.metrics.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.problem.Problems;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.identity.Person;
import io.rapport.metrics.metric.Scope;
import io.rapport.metrics.metric.SegmentFilter;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds customers, with all that is known of them. */
@ApplicationScoped
class Customers {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Transactions transactions;
    private final Derivation derivation;
    private final CustomerRows rows;
    private final ObjectMapper json;
    private final Clock clock;

    Customers(Transactions transactions, Derivation derivation, CustomerRows rows, ObjectMapper json, Clock clock) {
        this.transactions = transactions;
        this.derivation = derivation;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** @param scope which of them; did.… is counted until its end */
    Customer.Page list(Scope scope, CustomerOrder order, CustomerOrder.Cursor cursor, int limit) {
        Business business = scope.business();
        derivation.catchUp(business.id());
        Sql sql = Sql.of("select * from (select f.*, " + order.rank() + " as rank from (")
                .add(KnownCustomers.all(business.id()))
                .add(") f where true")
                .add(SegmentFilter.of(KnownCustomers.SOURCE, scope))
                .add(") g where true");
        if (cursor != null) {
            sql.add("and (rank, customer_id) " + order.after() + " (?, ?)", cursor.rank(), cursor.id());
        }
        sql.add("order by rank " + order.direction() + ", customer_id " + order.direction() + " limit ?", limit + 1);
        record Found(Customer.Listed customer, CustomerOrder.Cursor cursor) {}
        List<Found> found = transactions.call(connection -> {
            String versions = versions(connection, business.id());
            return sql.list(
                    connection,
                    row -> new Found(
                            new Customer.Listed(
                                    row.getString("customer_id"),
                                    rows.value(row, business),
                                    rows.predictions(row, business, versions),
                                    link(row.getString("customer_id"))),
                            new CustomerOrder.Cursor(row.getBigDecimal("rank"), row.getString("customer_id"))));
        });
        boolean more = found.size() > limit;
        List<Found> shown = more ? found.subList(0, limit) : found;
        return new Customer.Page(
                shown.stream().map(Found::customer).toList(),
                more ? shown.getLast().cursor().text() : null);
    }

    /** By whichever id; a 404 problem where nothing is known of such a customer, or who is to be forgotten. */
    Customer get(Business business, String id) {
        derivation.catchUp(business.id());
        return transactions.call(connection -> {
            Person person = known(connection, business.id(), id);
            String versions = versions(connection, business.id());
            Instant[] seen = seen(connection, business.id(), person);
            return KnownCustomers.one(business.id(), person.knownAs())
                    .list(
                            connection,
                            row -> new Customer(
                                    person.knownAs(),
                                    traits(connection, business.id(), person),
                                    identities(connection, business.id(), person),
                                    seen[0],
                                    seen[1],
                                    rows.value(row, business),
                                    rows.predictions(row, business, versions),
                                    scores(connection, business.id(), person),
                                    link(person.knownAs()) + "/timeline"))
                    .getFirst();
        });
    }

    /** Who that is now; a 404 problem where nobody is, or whom the business is to forget. */
    static Person known(Connection connection, String business, String id) throws SQLException {
        if (id.isBlank() || id.indexOf('\0') >= 0) {
            throw Problems.notFound("The customer");
        }
        Person person = Person.of(connection, business, id);
        String[] ids = person.customers().toArray(String[]::new);
        boolean known = Sql.of(
                        "select exists (select from identity_link where business_id = ? and customer_id = any (?)"
                                + " and undone_at is null) or exists (select from event where business_id = ?"
                                + " and customer_id = any (?)) or exists (select from customer_trait where business_id = ?"
                                + " and customer_id = any (?)) or exists (select from feedback_current where business_id = ?"
                                + " and customer_id = any (?) and not deleted)",
                        business,
                        ids,
                        business,
                        ids,
                        business,
                        ids,
                        business,
                        ids)
                .list(connection, row -> row.getBoolean(1))
                .getFirst();
        boolean leaving = !Sql.of(
                        "select 1 from erasure where business_id = ? and customer_id = any (?)", business, (Object) ids)
                .list(connection, row -> true)
                .isEmpty();
        if (!known || leaving) {
            throw Problems.notFound("The customer");
        }
        return person;
    }

    private static Map<String, String> traits(Connection connection, String business, Person person)
            throws SQLException {
        Map<String, String> traits = new LinkedHashMap<>();
        Sql.of(
                        "select name, value from customer_trait where business_id = ? and customer_id = ? order by name",
                        business,
                        person.knownAs())
                .list(connection, row -> traits.put(row.getString(1), row.getString(2)));
        return traits;
    }

    private static List<Customer.Identity> identities(Connection connection, String business, Person person)
            throws SQLException {
        List<Customer.Identity> identities = new ArrayList<>();
        person.customers().stream()
                .filter(id -> !id.equals(person.knownAs()))
                .forEach(id -> identities.add(new Customer.Identity("customer", id)));
        identities.addAll(Sql.of(
                        "select distinct id_type, id from identity_link where business_id = ? and customer_id = any (?)"
                                + " and id_type <> 'customer' and undone_at is null order by 1, 2",
                        business,
                        person.customers().toArray(String[]::new))
                .list(connection, row -> new Customer.Identity(row.getString(1), row.getString(2))));
        return identities;
    }

    private static Instant[] seen(Connection connection, String business, Person person) throws SQLException {
        return Sql.of(
                        "select min(at) as first, max(at) as last from (select min(occurred_at) as at from customer_event"
                                + " where business_id = ? and customer_id = ? union all select max(occurred_at)"
                                + " from customer_event where business_id = ? and customer_id = ? union all"
                                + " select unnest(array[min(occurred_at), max(occurred_at)]) from feedback_of_customer"
                                + " where business_id = ? and customer_id = ? and not deleted) seen",
                        business,
                        person.knownAs(),
                        business,
                        person.knownAs(),
                        business,
                        person.knownAs())
                .list(connection, row -> new Instant[] {Sql.instant(row, "first"), Sql.instant(row, "last")})
                .getFirst();
    }

    private Customer.Scores scores(Connection connection, String business, Person person) throws SQLException {
        return Sql.of(
                        "select avg(score) as sentiment, avg(rating) as rating, count(*) as feedback, (select survey_score"
                                + " from feedback_of_customer where business_id = ? and customer_id = ? and not deleted"
                                + " and survey_type = 'nps' and survey_score is not null order by occurred_at desc limit 1)"
                                + " as nps from feedback_of_customer where business_id = ? and customer_id = ?"
                                + " and not deleted and occurred_at >= ?",
                        business,
                        person.knownAs(),
                        business,
                        person.knownAs(),
                        clock.instant().minus(YEAR))
                .list(
                        connection,
                        row -> new Customer.Scores(
                                number(row.getBigDecimal("sentiment")),
                                row.getBigDecimal("nps"),
                                number(row.getBigDecimal("rating")),
                                row.getLong("feedback")))
                .getFirst();
    }

    /** Of the fits that the last scoring rests on; null where there was none. */
    private String versions(Connection connection, String business) throws SQLException {
        List<String> details = Sql.of("select detail from customer_scoring where business_id = ?", business)
                .list(connection, row -> row.getString(1));
        if (details.isEmpty()) {
            return null;
        }
        try {
            List<String> versions = new ArrayList<>();
            JsonNode all = json.readTree(details.getFirst()).path("versions");
            all.properties().forEach(one -> versions.add(one.getKey() + " " + one.getValue()));
            return String.join(", ", versions);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Double number(BigDecimal value) {
        return value == null ? null : (Double) value.doubleValue();
    }

    static String link(String id) {
        return "/v1/customers/" + encoded(id);
    }

    /** As a segment of a path. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
