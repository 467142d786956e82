package io.rapport.metrics.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.frame.database.BusinessScope;
import io.rapport.metrics.rollup.Derivation;
import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.MetricsTest;
import io.rapport.metrics.support.Recount;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MetricsTest
class RecountTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final Instant START = Instant.parse("2026-03-27T00:00:00Z");

    @Inject
    Transactions transactions;

    @Inject
    BusinessScope scope;

    @Inject
    Derivation derivation;

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName(
            "Random histories: late, duplicate, reordered facts and changing identities equal a recount in plain Java")
    void equalsARecount(long seed) throws Exception {
        Random random = new Random(seed);
        Client client = Client.newBusiness(ZONE.getId());
        List<Recount.Sent> sent = history(random);
        List<Recount.Link> links = send(client, sent, random);
        Recount recount = new Recount(sent, links);
        compare(client, recount);

        List<String> derived = derivedRows(client);
        scope.run(
                Set.of(client.business()),
                () -> transactions.call(connection -> {
                    VisitTasks.noteEverything(connection, client.business());
                    return null;
                }));
        assertThat(derivedRows(client)).isEqualTo(derived);
        compare(client, recount);
    }

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {1, 2})
    @DisplayName(
            "An id that is active day and night has visits of a day, whatever comes late or is taken away, and when rebuilt")
    void anEndlessVisitIsCut(long seed) {
        Random random = new Random(seed);
        Client client = Client.newBusiness(ZONE.getId());
        List<Recount.Sent> sent = new ArrayList<>();
        for (int i = 0; i < 1_600; i++) {
            Instant at = START.plusSeconds(60L * random.nextInt(6 * 24 * 60));
            sent.add(new Recount.Sent("e" + i, "everybody", at, random.nextInt(4) > 0, false));
        }
        for (int i = 0; i < sent.size(); ) {
            int end = Math.min(sent.size(), i + 1 + random.nextInt(200));
            client.events(json(sent.subList(i, end))).statusCode(202);
            client.metric("visits").statusCode(200);
            i = end;
        }
        equalWhenRebuilt(client, sent);
        for (int i = 0; i < 4; i++) {
            Instant from = START.plusSeconds(60L * random.nextInt(6 * 24 * 60));
            Instant to = from.plusSeconds(60L * (20 + random.nextInt(30)));
            sent.removeIf(event -> !event.at().isBefore(from) && event.at().isBefore(to));
            remove(client, from, to);
            compare(client, new Recount(sent, List.of()));
        }
        equalWhenRebuilt(client, sent);
    }

    private void equalWhenRebuilt(Client client, List<Recount.Sent> sent) {
        compare(client, new Recount(sent, List.of()));
        List<String> derived = derivedRows(client);
        inBusiness(client, connection -> {
            VisitTasks.noteEverything(connection, client.business());
            return null;
        });
        assertThat(derivedRows(client)).isEqualTo(derived);
    }

    private void remove(Client client, Instant from, Instant to) {
        inBusiness(client, connection -> {
            List<VisitTasks.Touch> gone = Sql.of(
                            "delete from event where business_id = ? and occurred_at >= ? and occurred_at < ?"
                                    + " returning visitor_id, occurred_at",
                            client.business(),
                            from,
                            to)
                    .list(
                            connection,
                            row -> new VisitTasks.Touch(
                                    row.getString(1),
                                    Sql.instant(row, "occurred_at"),
                                    Sql.instant(row, "occurred_at")));
            VisitTasks.note(connection, client.business(), VisitTasks.merge(gone.stream()));
            return null;
        });
    }

    private <T> T inBusiness(Client client, Transactions.Work<T> work) {
        return scope.call(Set.of(client.business()), () -> transactions.call(work));
    }

    private static List<Recount.Sent> history(Random random) {
        List<Recount.Sent> sent = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            // Whole minutes, so that gaps of exactly 30 minutes and equal instants are frequent.
            Instant at = START.plusSeconds(60L * random.nextInt(5 * 24 * 60));
            String visitor = "v" + random.nextInt(8);
            sent.add(new Recount.Sent("e" + i, visitor, at, random.nextInt(4) > 0, random.nextInt(20) == 0));
        }
        for (int i = 0; i < 60; i++) {
            sent.add(sent.get(random.nextInt(400)));
        }
        Collections.shuffle(sent, random);
        return sent;
    }

    private static List<Recount.Link> send(Client client, List<Recount.Sent> sent, Random random) throws Exception {
        List<Callable<Integer>> batches = new ArrayList<>();
        for (int i = 0; i < sent.size(); ) {
            int end = Math.min(sent.size(), i + 1 + random.nextInt(60));
            List<Recount.Sent> batch = sent.subList(i, end);
            batches.add(() -> client.events(json(batch)).extract().statusCode());
            i = end;
        }
        List<Recount.Link> holding = new ArrayList<>();
        Set<String> undone = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            Instant at = START.plusSeconds(60L * random.nextInt(5 * 24 * 60) + i);
            holding.add(new Recount.Link("v" + random.nextInt(8), "c" + random.nextInt(3), at));
        }
        for (Recount.Link link : holding) {
            batches.add(() -> client.identify("{\"visitorId\": \"%s\", \"customerId\": \"%s\", \"occurredAt\": \"%s\"}"
                            .formatted(link.visitor(), link.customer(), link.at()))
                    .extract()
                    .statusCode());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> answer : threads.invokeAll(batches)) {
                assertThat(answer.get()).isEqualTo(202);
            }
        }
        for (String visitor : List.of("v1", "v4")) {
            if (holding.stream().anyMatch(link -> link.visitor().equals(visitor))) {
                client.undo("visitor", visitor).statusCode(204);
                undone.add(visitor);
            }
        }
        return holding.stream().filter(link -> !undone.contains(link.visitor())).toList();
    }

    private static void compare(Client client, Recount recount) {
        LocalDate first = LocalDate.of(2026, 3, 26);
        for (LocalDate from = first; from.isBefore(first.plusDays(8)); from = from.plusDays(1)) {
            for (int days : new int[] {1, 3, 8}) {
                LocalDate to = from.plusDays(days);
                assertThat(value(client, "visits", from, to)).isEqualTo(recount.visits(from, to, ZONE));
                assertThat(value(client, "page_views", from, to)).isEqualTo(recount.pageViews(from, to, ZONE));
                assertThat(value(client, "visitors", from, to)).isEqualTo(recount.visitors(from, to, ZONE));
                assertThat(value(client, "bounce_rate", from, to)).isEqualTo(recount.bounces(from, to, ZONE));
            }
        }
        for (String customer : List.of("c0", "c1", "c2")) {
            int visits = client.metric("visits?from=2026-03-26&to=2026-04-05&segment=customer==" + customer)
                    .extract()
                    .path("total.value");
            assertThat((long) visits).isEqualTo(recount.visitsOf(customer, first, LocalDate.of(2026, 4, 5), ZONE));
        }
    }

    private static long value(Client client, String metric, LocalDate from, LocalDate to) {
        int numerator =
                client.metric(metric + "?from=" + from + "&to=" + to).extract().path("total.numerator");
        return numerator;
    }

    private List<String> derivedRows(Client client) {
        Set<String> business = Set.of(client.business());
        await().until(() -> scope.call(business, () -> derivation.catchUp(client.business())));
        return scope.call(
                business,
                () -> transactions.call(connection -> {
                    List<String> rows = new ArrayList<>();
                    for (String table : List.of("visit", "web_rollup", "web_goal", "web_visitors")) {
                        rows.addAll(Sql.of(
                                        "select row_to_json(t)::text from " + table
                                                + " t where business_id = ? order by 1",
                                        client.business())
                                .list(connection, row -> row.getString(1)));
                    }
                    return rows;
                }));
    }

    private static String json(List<Recount.Sent> batch) {
        return batch.stream().map(RecountTest::json).toList().toString();
    }

    private static String json(Recount.Sent event) {
        return """
                {"id": "%s", "source": "web", "type": "%s", "occurredAt": "%s", "visitorId": "%s",
                 "page": {"url": "https://crumb.example/%s"}, "context": {"userAgent": "%s"}}""".formatted(
                        event.id(),
                        event.pageView() ? "page_view" : "add_to_cart",
                        event.at(),
                        event.visitor(),
                        event.id(),
                        event.bot() ? "Googlebot/2.1" : "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    }
}
