package io.rapport.metrics.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.rapport.frame.test.TestTokens;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MetricsTest
class ImportTest {
    private static final String MARCH = "?from=2026-03-01&to=2026-04-01";

    private Client crumb;
    private Imports imports;

    @BeforeEach
    void newBusiness() {
        crumb = Client.newBusiness();
        imports = new Imports(crumb);
    }

    @Test
    void columnsCalledAsMembersNeedNoMapping() {
        String file = """
                \uFEFFid,source,type,occurredAt,visitorId,page.url,properties.machine,properties.note
                e1,web,page_view,2026-03-01T09:00:00Z,v1,https://crumb.example/menu,false,"a, ""b""
                c"
                e2,web,page_view,2026-03-01T09:01:00Z,v1,,,
                e2,web,page_view,2026-03-01T09:01:00Z,v1,,,
                e3,web,page_view,yesterday,v1,,,
                e4,web
                """;
        imports.send("events", null, file)
                .statusCode(202)
                .header("Location", startsWith("/v1/imports/im_"))
                .body("kind", equalTo("events"), "format", equalTo("csv"), "fileName", equalTo("facts.csv"));
        String id = imports.authorised(Scopes.EVENTS_WRITE)
                .get("/v1/imports")
                .then()
                .body("items", hasSize(1), "items[0].errors", nullValue(), "next", nullValue())
                .extract()
                .path("items[0].id");
        imports.ended(id)
                .body("state", equalTo("done"), "rows", equalTo(5), "accepted", equalTo(2))
                .body("duplicates", equalTo(1), "rejected", equalTo(2))
                .body("errors.row", contains(4, 5), "errors[0].field", equalTo("occurredAt"))
                .body("errors[1].detail", containsString("2 fields"));
        crumb.metric("page_views" + MARCH).body("total.value", equalTo(2));
        assertThat(imports.rejected(id)).isEqualToNormalizingNewlines("""
                row,errors,id,source,type,occurredAt,visitorId,page.url,properties.machine,properties.note
                4,occurredAt must be an RFC 3339 instant such as 2026-03-01T09:30:00Z,e3,web,page_view,yesterday,v1,,,
                5,has 2 fields where the first line has 8,e4,web
                """);
        assertThat(imports.rejected(id)).doesNotContain("e1");
    }

    @Test
    void aMappingSaysWhereEachMemberIsAndInWhichFormat() {
        imports.whole("events", """
                        {"id": "No", "occurredAt": {"column": "Date", "format": "dd/MM/yyyy HH:mm"}, "source": {"value": "old"},
                         "type": {"value": "page_view"}, "visitorId": "Who"}""", """
                        No;Who;Date;Other
                        1;ann;01/03/2026 00:30;x
                        2;ann;28/02/2026 23:30;x
                        3;ann;2026-03-01;x
                        """)
                .body("accepted", equalTo(2), "rejected", equalTo(1), "errors[0].field", equalTo("occurredAt"));
        crumb.metric("page_views" + MARCH).body("total.value", equalTo(1));
    }

    @Test
    void jsonLinesAreReadLineByLine() {
        String id = imports.whole("events", null, """
                        {"id": "1", "source": "web", "type": "page_view", "occurredAt": "2026-03-01T09:00:00Z", "visitorId": "v"}

                        {"id": "2", "source": "web"
                        [1]
                        {"id": "3", "source": "web", "type": "page_view", "occurredAt": "2026-03-01T09:00:00Z", "colour": 1}
                        {"id": "4", "source": "web", "type": "page_view", "occurredAt": "2026-03-01T09:00:00Z", "properties": {"n": "\\u0000"}}
                        {"id": "5", "source": "web", "type": "page_view", "occurredAt": "2026-03-01T09:00:00Z"}""")
                .body("format", equalTo("jsonl"), "accepted", equalTo(2), "rejected", equalTo(4))
                .body("errors.row", contains(2, 3, 4, 5), "errors.field", hasItem("colour"))
                .extract()
                .path("id");
        assertThat(imports.rejected(id)).startsWith("row,errors,line").contains("must be a JSON object,[1]");
    }

    @Test
    void ordersArePurchasesAndRefunds() {
        imports.whole("orders", null, """
                        orderId,customerId,occurredAt,value.amount,type
                        1,ann,2026-03-01T09:00:00Z,12.50,
                        2,bob,2026-03-02T09:00:00Z,8.00,purchase
                        1,ann,2026-03-03T09:00:00Z,12.50,refund
                        ,ann,2026-03-03T09:00:00Z,12.50,purchase
                        3,ann,2026-03-03T09:00:00Z,12.505,purchase
                        4,ann,2026-03-03T09:00:00Z,12.50,gift
                        """)
                .body("accepted", equalTo(3), "rejected", equalTo(3))
                .body("errors.field", contains("orderId", "value.amount", "type"));
        crumb.metric("survival" + MARCH).body("total.n", equalTo(2));
    }

    @Test
    void customersAreLinkedAndTakenBack() {
        crumb.events(crumb.pageView("1", "v1", "2026-03-01T09:00:00Z", "https://crumb.example/"));
        crumb.identify("{\"visitorId\": \"v9\", \"customerId\": \"ann\", \"traits\": {\"tier\": \"silver\"},"
                + " \"occurredAt\": \"2026-01-01T00:00:00Z\"}");
        String id = imports.whole("customers", null, """
                        customerId,visitorId,email,formerCustomerId,traits.tier
                        ann,v1,ann@crumb.example,old-ann,gold
                        ,v2,,,
                        """)
                .body("accepted", equalTo(1), "rejected", equalTo(1), "errors[0].field", equalTo("customerId"))
                .extract()
                .path("id");
        crumb.metric("visits" + MARCH + "&segment=trait.tier==gold").body("total.value", equalTo(1));
        imports.takeBack(id).body("state", equalTo("removed"));
        crumb.metric("visits" + MARCH + "&segment=trait.tier==gold").body("total.value", equalTo(0));
        crumb.metric("visits" + MARCH + "&segment=customer==ann").body("total.value", equalTo(0));
        crumb.identify("{\"visitorId\": \"v1\", \"customerId\": \"ann\"}").statusCode(202);
        crumb.metric("visits" + MARCH + "&segment=trait.tier==silver").body("total.value", equalTo(1));
    }

    @Test
    void customersNeedTheirOwnScope() {
        imports.authorised(Scopes.EVENTS_WRITE)
                .multiPart("file", "c.csv", "customerId\nann\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("kind", "customers")
                .post("/v1/imports")
                .then()
                .statusCode(403);
    }

    @Test
    void spendIsRestatedAndTakenBack() {
        crumb.with(Scopes.EVENTS_WRITE).body("""
                        {"channel": "search", "kind": "ads", "from": "2026-03-01", "to": "2026-04-01", "amount": {"amount": "1", "currency": "EUR"}}""").post("/v1/spend");
        String id = imports.whole("spend", """
                        {"channel": {"value": "search"}, "kind": {"value": "ads"}, "from": {"column": "Von", "format": "d.M.yyyy"},
                         "to": {"column": "Bis", "format": "d.M.yyyy"}, "amount.amount": "Summe", "amount.currency": {"value": "EUR"}}""", "Von\tBis\tSumme\n1.3.2026\t1.4.2026\t250.00\n1.3.2026\t1.3.2026\t1\n")
                .body("accepted", equalTo(1), "rejected", equalTo(1), "errors[0].field", equalTo("to"))
                .extract()
                .path("id");
        crumb.with(Scopes.METRICS_READ).get("/v1/spend").then().body("items.amount.amount", contains("250.00"));
        imports.takeBack(id);
        crumb.with(Scopes.METRICS_READ).get("/v1/spend").then().body("items.amount.amount", contains("1.00"));
    }

    @Test
    void whatIsTakenBackIsGoneAndMayComeAgain() {
        crumb.events(crumb.pageView("e1", "v", "2026-03-01T09:00:00Z", "https://crumb.example/"));
        String file = """
                id,source,type,occurredAt,visitorId
                e1,web,page_view,2026-03-01T09:00:00Z,v
                e2,web,page_view,2026-03-01T09:10:00Z,v
                e3,web,page_view,2026-03-02T09:00:00Z,w
                """;
        String id = imports.whole("events", null, file)
                .body("accepted", equalTo(2), "duplicates", equalTo(1))
                .extract()
                .path("id");
        crumb.metric("page_views" + MARCH).body("total.value", equalTo(3));
        imports.takeBack(id).body("state", equalTo("removed"), "errors", empty());
        crumb.metric("page_views" + MARCH).body("total.value", equalTo(1));
        crumb.metric("visitors" + MARCH).body("total.value", equalTo(1));
        crumb.metric("bounce_rate" + MARCH).body("total.value", equalTo(1.0f));
        imports.whole("events", null, file).body("accepted", equalTo(2), "duplicates", equalTo(1));
        crumb.metric("page_views" + MARCH).body("total.value", equalTo(3));
    }

    @Test
    void aFileThatCannotBeReadToItsEndFailsAndSaysWhy() {
        imports.whole("events", "{\"id\": \"Nummer\"}", "No,Date\n1,2\n")
                .body("state", equalTo("failed"), "failure", containsString("Nummer"));
        imports.whole("events", null, "id,id\n1,2\n").body("failure", containsString("twice"));
        imports.whole("events", null, "id,source,type,occurredAt\n1,web,page_view,2026-03-01T09:00:00Z\n2,\"web\n")
                .body("state", equalTo("done"), "accepted", equalTo(1), "rejected", equalTo(1));
        imports.ended(imports.send("events", null, "id,source\n1,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
                        .extract()
                        .path("id"))
                .body("state", equalTo("failed"), "failure", containsString("UTF-8"));
    }

    @Test
    void whatIsNoImportIsRefusedAndNothingIsKept() {
        byte[] file = "id\n1\n".getBytes(StandardCharsets.UTF_8);
        imports.send("feedback", null, file).statusCode(400).body("errors[0].field", equalTo("kind"));
        imports.send("gifts", null, file).statusCode(400).body("errors[0].field", equalTo("kind"));
        imports.send("events", null, new byte[0]).statusCode(400).body("errors[0].field", equalTo("file"));
        imports.send("events", null, "[{\"id\": 1}]").statusCode(400).body("errors[0].field", equalTo("file"));
        imports.send("events", "{", file).statusCode(400).body("errors[0].field", equalTo("mapping"));
        imports.send("events", "[]", file).statusCode(400).body("errors[0].field", equalTo("mapping"));
        imports.send("events", "{\"id\": \"a\\u0000\"}", file)
                .statusCode(400)
                .body("errors[0].field", equalTo("mapping"));
        imports.send("events", "{\"id\": 3, \"type\": {\"column\": \"a\", \"format\": \"bbb{\"}}", file)
                .statusCode(400)
                .body("errors.field", contains("mapping.id", "mapping.type"));
        imports.authorised(Scopes.EVENTS_WRITE)
                .multiPart("kind", "events")
                .multiPart("colour", "red")
                .post("/v1/imports")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("colour"));
        imports.authorised(Scopes.EVENTS_WRITE)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
                .contentType("multipart/form-data; boundary=x")
                .body("--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nid\n1")
                .post("/v1/imports")
                .then()
                .statusCode(400);
        crumb.with(Scopes.EVENTS_WRITE).body("{}").post("/v1/imports").then().statusCode(415);
        imports.authorised(Scopes.EVENTS_WRITE).get("/v1/imports").then().body("items", empty());
        imports.get("im_x").statusCode(404);
    }

    @Test
    void aPageCannotSendFilesAndAnotherBusinessCannotSeeThem() {
        RestAssured.given()
                .header("Authorization", TestTokens.browser(crumb.business(), Scopes.EVENTS_WRITE))
                .multiPart("file", "c.csv", "id\n1\n".getBytes(StandardCharsets.UTF_8))
                .multiPart("kind", "events")
                .post("/v1/imports")
                .then()
                .statusCode(403);
        String id = imports.whole("events", null, "id\n1\n").extract().path("id");
        new Imports(Client.newBusiness()).get(id).statusCode(404);
    }
}
