package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Facts that break a program which isn't careful, through every door by which facts come in: each is refused by a problem that
 * names the member and the rule, alone and beside a good one, and in the end nothing of them all is stored.
 */
@Order(6)
@ExtendWith(SharedProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileFactsIT {
    private final Product product;
    private Business business;
    private Client client;

    HostileFactsIT(Product product) {
        this.product = product;
    }

    @BeforeAll
    void ownBusiness() {
        business = Business.create(product, "Hostile facts");
        client = business.server();
    }

    static Stream<HostileFact> facts() {
        return HostileFact.all();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void eachIsRefusedAndItsMemberNamed(HostileFact fact) {
        Answer alone = send(fact.door().path(), fact.door().type(), fact.json());
        assertNamed(alone, fact, null);
        if (fact.door().batchType() != null) {
            String both = "[" + fact.door().good() + "," + fact.json() + "]";
            assertNamed(send(fact.door().path(), fact.door().batchType(), both), fact, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", ".5", "0x1F"})
    void numbersThatJsonDoesNotHave(String number) {
        for (HostileFact.Door door : HostileFact.Door.values()) {
            send(door.path(), door.type(), door.with(door.free(), "{\"n\": " + number + "}"))
                    .expectProblem(400, "validation");
        }
    }

    @Test
    void nestedTenThousandLevels() {
        for (HostileFact.Door door : HostileFact.Door.values()) {
            for (String deep : List.of(HostileFact.nested("[", "]"), HostileFact.nested("{\"a\":", "}"))) {
                Answer answer = send(door.path(), door.type(), door.with(door.free(), "{\"deep\": " + deep + "}"));
                answer.expectProblem(400, "validation");
                assertThat(answer.json().path("detail").asText()).contains("nested");
                send(door.path(), door.type(), deep).expectProblem(400, "validation");
            }
        }
    }

    @Test
    void bodiesOfTenMegabytes() {
        String large = "\"" + "x".repeat(10_000_000) + "\"";
        for (HostileFact.Door door : HostileFact.Door.values()) {
            send(door.path(), door.type(), door.with(door.free(), "{\"large\": " + large + "}"))
                    .expectProblem(413, "payload-too-large");
        }
    }

    @Test
    void rowsOfAFileOfJsonLines() {
        for (HostileFact.Door door : List.of(HostileFact.Door.EVENT, HostileFact.Door.SPEND)) {
            List<HostileFact> bad = facts().filter(fact -> fact.door() == door).toList();
            String file = String.join("\n", bad.stream().map(HostileFact::json).toList());
            String more = door.with(door.free(), "{\"n\": NaN}") + "\n"
                    + door.with(door.free(), "{\"deep\": " + HostileFact.nested("[", "]") + "}");
            JsonNode ended = imported(door == HostileFact.Door.EVENT ? "events" : "spend", file + "\n" + more);
            assertThat(ended.path("rejected").asInt()).as(ended.toString()).isEqualTo(bad.size() + 2);
            for (int i = 0; i < bad.size(); i++) {
                assertThat(fieldsOf(ended, i + 1))
                        .as(bad.get(i).toString())
                        .contains(bad.get(i).field());
            }
        }
    }

    @Test
    void rowsOfATable() {
        String file = """
                id,source,type,occurredAt,visitorId,value.amount,value.currency
                a\0b,web,page_view,2026-03-01T10:00:00Z,v,,
                1,web,page_view,2026-03-01T10:00:00Z,v\0,,
                2,web,page_view,0001-01-01T00:00:00Z,v,,
                3,web,page_view,9999-12-31T23:59:59Z,v,,
                4,web,purchase,2026-03-01T10:00:00Z,v,NaN,EUR
                5,web,purchase,2026-03-01T10:00:00Z,v,Infinity,EUR
                6,web,purchase,2026-03-01T10:00:00Z,v,1e999999,EUR
                """;
        JsonNode ended = imported("events", file);
        assertThat(ended.path("errors").findValuesAsText("field"))
                .containsExactly(
                        "id", "visitorId", "occurredAt", "occurredAt", "value.amount", "value.amount", "value.amount");
        StringBuilder many = new StringBuilder("id,source,type,occurredAt");
        for (int i = 0; i < 1_000; i++) {
            many.append(",properties.p").append(i);
        }
        many.append("\n1,web,page_view,2026-03-01T10:00:00Z").append(",1".repeat(1_000));
        assertThat(imported("events", many.toString()).path("errors").findValuesAsText("field"))
                .containsExactly("properties");
        assertThat(imported("customers", "customerId,traits.tier\n\0,gold\nann,\0\n")
                        .path("errors")
                        .findValuesAsText("field"))
                .containsExactly("customerId", "traits");
    }

    @ParameterizedTest
    @CsvSource({"a%00b, NUL", "page%s, at most 500 characters"})
    void columnsThatNoFileMayHave(String column, String rule) {
        String name = column.replace("%00", "\0").replace("%s", ".a".repeat(10_000));
        JsonNode ended = imported("events", "id,source,type,occurredAt," + name + "\n");
        assertThat(ended.path("state").asText()).isEqualTo("failed");
        assertThat(ended.path("failure").asText()).contains("column", rule);
    }

    @AfterAll
    void nothingOfItAllIsStored() {
        String all = "?from=1990-01-01&to=" + Business.DAY.plusDays(5);
        for (String metric : List.of("page_views", "visits", "visitors")) {
            JsonNode total =
                    client.get("/v1/metrics/" + metric + all).expect(200).json().path("total");
            assertThat(total.path("value").asInt()).as(metric).isZero();
        }
        assertThat(client.get("/v1/spend").expect(200).json().path("items")).isEmpty();
        client.delete("/v1/identify/visitor/v").expectProblem(404, "not-found");
        for (HostileFact.Door door : HostileFact.Door.values()) {
            String body = door.batchType() == null ? door.good() : "[" + door.good() + "]";
            Answer good = send(door.path(), door.batchType() == null ? door.type() : door.batchType(), body);
            assertThat(good.expect(202).json().path("accepted").asInt())
                    .as("only now the good one beside the bad is stored: " + door)
                    .isEqualTo(door == HostileFact.Door.CLOUD_EVENT ? 0 : 1);
        }
    }

    private static List<String> fieldsOf(JsonNode ended, int row) {
        return StreamSupport.stream(ended.path("errors").spliterator(), false)
                .filter(error -> error.path("row").asInt() == row)
                .map(error -> error.path("field").asText())
                .toList();
    }

    private static void assertNamed(Answer answer, HostileFact fact, Integer index) {
        answer.expectProblem(400, "validation");
        JsonNode first = answer.json().path("errors").path(0);
        assertThat(first.path("field").asText()).as(answer.text()).isEqualTo(fact.field());
        assertThat(first.path("detail").asText()).as(answer.text()).isNotBlank();
        assertThat(first.path("index").isNull() ? null : first.path("index").asInt())
                .as(answer.text())
                .isEqualTo(index);
    }

    private Answer send(String path, String type, String body) {
        Client alone = client.onOwnConnection();
        return alone.send(alone.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private JsonNode imported(String kind, String file) {
        return new FileImport(client, kind, file).ended();
    }
}
