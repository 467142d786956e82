package io.rapport.metrics.privacy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a person, by whichever id. */
@MetricsTest
class PersonExportTest {
    private Client crumb;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
    }

    @Test
    void whatThePersonDidAndIsLinkedToIsInItAndNothingOfOthers() {
        crumb.events(crumb.pageView("1", "v1", "2026-03-01T09:00:00Z", "https://crumb.example/"));
        crumb.events(crumb.pageView("2", "v2", "2026-03-01T09:00:00Z", "https://crumb.example/"));
        crumb.events("{\"id\": \"3\", \"source\": \"shop\", \"type\": \"purchase\", \"occurredAt\":"
                + " \"2026-03-02T09:00:00Z\", \"customerId\": \"ann\", \"value\": {\"amount\": \"5\", \"currency\": \"EUR\"},"
                + " \"context\": {\"userAgent\": \"Till 3\"}}");
        crumb.events(
                "{\"id\": \"4\", \"source\": \"mail\", \"type\": \"email_opened\", \"occurredAt\":"
                        + " \"2026-03-02T09:00:00Z\", \"properties\": {\"recipient\": \"ann@crumb.example\", \"messageId\": \"m\"}}");
        crumb.identify("{\"visitorId\": \"v1\", \"customerId\": \"ann\", \"traits\": {\"tier\": \"gold\"}}");
        crumb.identify("{\"email\": \"ann@crumb.example\", \"customerId\": \"ann\"}");
        crumb.identify("{\"visitorId\": \"v2\", \"customerId\": \"bob\"}");
        crumb.with(Scopes.CUSTOMERS_READ)
                .get("/internal/v1/persons/ann")
                .then()
                .statusCode(200)
                .body("customers", contains("ann"), "visitors", contains("v1"))
                .body("addresses", contains("ann@crumb.example"), "feedback", hasSize(0));
        crumb.with(Scopes.CUSTOMERS_READ)
                .get("/internal/v1/persons/ann/export")
                .then()
                .statusCode(200)
                .body("events.id", contains("1", "3", "4"), "events[0]", not(hasKey("businessId")))
                .body("events[1].userAgent", equalTo("Till 3"), "events[1].origin", equalTo("server"))
                .body("events[1]", not(hasKey("agent")), "events[1]", not(hasKey("provenance")))
                .body("identityLink.id", hasItem("v1"), "customerTrait[0].customerId", equalTo("ann"))
                .body("person.knownAs", equalTo("ann"));
    }

    @Test
    void itTakesTheScopeAndAStrangerIsEmpty() {
        crumb.with(Scopes.METRICS_READ)
                .get("/internal/v1/persons/ann/export")
                .then()
                .statusCode(403);
        crumb.with(Scopes.CUSTOMERS_READ)
                .get("/internal/v1/persons/nobody/export")
                .then()
                .statusCode(200)
                .body("events", hasSize(0), "identityLink", hasSize(0));
    }
}
