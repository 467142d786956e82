package io.rapport.metrics.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two ids turn out to be one customer's, or not after all: every figure follows. */
@MetricsTest
class MergeTest {
    private static final String PERIOD = "?from=2026-03-01&to=2026-04-01";

    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
    }

    @Test
    void visitsAreTheMergedCustomersUntilItIsUndone() {
        crumb.events(view("1", "phone", "old"));
        crumb.events(view("2", "laptop", null));
        identify("\"visitorId\": \"laptop\", \"customerId\": \"new\"");
        visits("new", 1);
        merge("old", "new");
        visits("new", 2);
        visits("old", 0);
        crumb.events(view("3", "tablet", "old"));
        visits("new", 3);
        crumb.undo("customer", "old").statusCode(204);
        visits("new", 1);
        visits("old", 2);
        crumb.undo("customer", "old").statusCode(404);
    }

    @Test
    void mergesGoOnFromOneToTheNextAndNeverInACircle() {
        crumb.events(view("1", "v", "a"));
        merge("a", "b");
        merge("b", "c");
        visits("c", 1);
        crumb.identify("{\"formerCustomerId\": \"c\", \"customerId\": \"a\"}").statusCode(409);
        crumb.identify("{\"formerCustomerId\": \"c\", \"customerId\": \"c\"}")
                .statusCode(400)
                .body("errors.field", hasItem("customerId"));
        visits("c", 1);
        crumb.undo("customer", "b").statusCode(204);
        visits("b", 1);
    }

    @Test
    void traitsAreThoseThatWereSaidLastOfAnyOfTheIds() {
        crumb.events(view("1", "v", "old"));
        identify(trait("v", "old", "silver", "2026-03-02"));
        identify(trait("w", "new", "gold", "2026-03-03"));
        visitsWith("silver", 1);
        merge("old", "new");
        visitsWith("silver", 0);
        visitsWith("gold", 1);
        identify(trait("v", "old", "bronze", "2026-03-01"));
        visitsWith("gold", 1);
        crumb.undo("customer", "old");
        visitsWith("gold", 0);
        visitsWith("silver", 1);
    }

    @Test
    void purchasesAreOfWhomTheyNameInTheEnd() {
        purchase("1", "2026-01-05", "\"customerId\": \"old\"");
        purchase("2", "2026-02-05", "\"customerId\": \"new\"");
        customers(2);
        merge("old", "new");
        customers(1);
        crumb.undo("customer", "old");
        customers(2);
    }

    @Test
    void anAddressNamesACustomerAndMergesNobody() {
        purchase("1", "2026-01-05", "\"properties\": {\"recipient\": \"Ann@Crumb.example\"}");
        customers(0);
        identify("\"email\": \"ann@crumb.example\", \"customerId\": \"ann\", \"occurredAt\": \"2026-01-10T00:00:00Z\"");
        customers(1);
        identify("\"email\": \"ann@crumb.EXAMPLE\", \"customerId\": \"bob\", \"occurredAt\": \"2026-02-01T00:00:00Z\"");
        purchase("2", "2026-01-20", "\"customerId\": \"ann\"");
        customers(1);
        purchase("3", "2026-02-05", "\"properties\": {\"recipient\": \"ann@crumb.example\"}");
        customers(2);
        crumb.undo("email", "ANN@crumb.example").statusCode(204);
        customers(1);
    }

    @Test
    void whatWasDoneByAnyIdOrAddressOfACustomerCountsInSegments() {
        crumb.events(view("1", "v", "new"));
        purchase("1", "2026-03-05", "\"customerId\": \"old\"");
        purchase("2", "2026-03-06", "\"properties\": {\"recipient\": \"Ann@crumb.example\"}");
        visitsOfBuyers(1, 0);
        identify("\"email\": \"ann@crumb.example\", \"customerId\": \"new\"");
        visitsOfBuyers(1, 1);
        visitsOfBuyers(2, 0);
        merge("old", "new");
        visitsOfBuyers(2, 1);
        crumb.undo("customer", "old");
        visitsOfBuyers(2, 0);
        visitsOfBuyers(1, 1);
    }

    private void visitsOfBuyers(int purchases, int count) {
        crumb.metric("visits" + PERIOD + "&segment=did.purchase>=" + purchases).body("total.value", equalTo(count));
    }

    private void merge(String former, String customer) {
        identify("\"formerCustomerId\": \"" + former + "\", \"customerId\": \"" + customer + "\"");
    }

    private void identify(String members) {
        crumb.identify("{" + members + "}").statusCode(202);
    }

    private static String trait(String visitor, String customer, String tier, String day) {
        return """
                "visitorId": "%s", "customerId": "%s", "occurredAt": "%sT00:00:00Z", "traits": {"tier": "%s"}""".formatted(visitor, customer, day, tier);
    }

    private void visits(String customer, int count) {
        crumb.metric("visits" + PERIOD + "&segment=customer==" + customer).body("total.value", equalTo(count));
    }

    private void visitsWith(String tier, int count) {
        crumb.metric("visits" + PERIOD + "&segment=trait.tier==" + tier).body("total.value", equalTo(count));
    }

    private void customers(int count) {
        crumb.metric("survival?from=2026-01-01&to=2026-04-01").body("total.n", equalTo(count));
    }

    private void purchase(String id, String day, String members) {
        crumb.events("""
                        {"id": "p%s", "source": "shop", "type": "purchase", "occurredAt": "%sT10:00:00Z", %s}""".formatted(id, day, members)).statusCode(202);
    }

    private String view(String id, String visitor, String customer) {
        return """
                {"id": "%s", "source": "web", "type": "page_view", "occurredAt": "2026-03-0%sT10:00:00Z", "visitorId": "%s", "customerId": %s}""".formatted(id, id, visitor, customer == null ? "null" : "\"" + customer + "\"");
    }
}
