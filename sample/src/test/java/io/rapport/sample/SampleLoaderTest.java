package io.rapport.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleLoaderTest {
    private static final SampleBusiness SAMPLE =
            SampleBusiness.generate(LocalDate.of(2026, 11, 22), SampleBusiness.SEED);
    private static final BusinessKeys KEYS = new BusinessKeys("b_1", "sk_1", "pk_1", "sv_1");
    private static final int ONE_MEGABYTE = 1_000_000;

    private record Call(String method, String path, String key, int bytes) {}

    private record Answer(int status, String body, String retryAfter) {}

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> troubles = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> pauses = new ConcurrentLinkedQueue<>();
    private final Queue<String> reports = new ConcurrentLinkedQueue<>();
    private final Set<String> counted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connectionsToBreak = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private SampleLoader loader;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        loader = new SampleLoader(
                new ApiClient(baseUrl(), pauses::add),
                "adm_1",
                (kind, done, total) -> reports.add(kind + " " + done + "/" + total));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void createsTheBusinessWithTheAdminKeyAndTheSurveyWithItsOwn() {
        assertThat(loader.create(SAMPLE)).isEqualTo(KEYS);
        assertThat(calls)
                .extracting(Call::method, Call::path, Call::key)
                .containsExactly(
                        tuple("POST", "/v1/businesses", "Bearer adm_1"), tuple("POST", "/v1/surveys", "Bearer sk_1"));
    }

    @Test
    void keepsTheKeysOutOfLogs() {
        assertThat(KEYS.toString()).contains("b_1").doesNotContain("sk_1").doesNotContain("pk_1");
    }

    @Test
    void loadsEveryFactOnceEvenWhenRepeated() {
        loader.load(SAMPLE, KEYS);
        int all = SAMPLE.events().size()
                + SAMPLE.feedback().size()
                + SAMPLE.answers().size()
                + SAMPLE.identities().size()
                + SAMPLE.measurements().size();
        assertThat(counted).hasSize(all);

        loader.load(SAMPLE, KEYS);
        assertThat(counted).hasSize(all);
    }

    @Test
    void staysBelowTheBodyLimitAndBeginsWithWhatWasSaid() {
        loader.load(SAMPLE, KEYS);
        assertThat(calls).allMatch(call -> call.bytes() < ONE_MEGABYTE);
        assertThat(calls.peek().path()).isEqualTo("/v1/feedback");
        assertThat(calls.stream().filter(call -> call.path().equals("/v1/surveys/sv_1/responses")))
                .hasSameSizeAs(SAMPLE.answers());
    }

    @Test
    void reportsItsProgressUpToTheEnd() {
        loader.load(SAMPLE, KEYS);
        int events = SAMPLE.events().size();
        assertThat(reports).contains("events " + events + "/" + events);
        assertThat(reports.stream().filter(report -> report.startsWith("events ")))
                .isSortedAccordingTo(Comparator.comparingInt(SampleLoaderTest::done));
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        troubles.add(new Answer(429, "{}", "3"));
        troubles.add(new Answer(503, "{}", null));
        loader.create(SAMPLE);
        assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(1));
    }

    @Test
    void givesUpInTheEndAndSaysWhy() {
        for (int i = 0; i < ApiClient.ATTEMPTS; i++) {
            troubles.add(new Answer(503, "{\"title\": \"Unavailable\", \"detail\": \"metrics-service is down\"}", "1"));
        }
        assertThatThrownBy(() -> loader.create(SAMPLE))
                .isInstanceOf(LoadFailure.class)
                .hasMessage("POST /v1/businesses answered 503: Unavailable: metrics-service is down");
        assertThat(pauses).hasSize(ApiClient.ATTEMPTS - 1);
    }

    @Test
    void namesTheFirstElementThatWasRefused() {
        troubles.add(new Answer(
                400,
                "{\"title\": \"Invalid\", \"errors\": [{\"index\": 3, \"field\": \"occurredAt\", \"detail\": \"too old\"}]}",
                null));
        assertThatThrownBy(() -> loader.load(SAMPLE, KEYS))
                .isInstanceOfSatisfying(LoadFailure.class, failure -> assertThat(failure.status())
                        .isEqualTo(400))
                .hasMessage("POST /v1/feedback answered 400: Invalid: occurredAt: too old");
    }

    @Test
    void sendsFactsAgainWhenTheConnectionBreaks() {
        connectionsToBreak.set(2);
        loader.load(SAMPLE, KEYS);
        assertThat(pauses).hasSizeGreaterThanOrEqualTo(1);
        assertThat(counted).hasSizeGreaterThan(SAMPLE.events().size());
    }

    @Test
    void createsNothingTwiceWhenTheConnectionBreaks() {
        connectionsToBreak.set(1);
        assertThatThrownBy(() -> loader.create(SAMPLE))
                .isInstanceOf(LoadFailure.class)
                .hasMessageStartingWith("POST /v1/businesses got no answer");
        assertThat(pauses).isEmpty();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (connectionsToBreak.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.close();
            return;
        }
        String key = exchange.getRequestHeaders().getFirst("Authorization");
        calls.add(new Call(exchange.getRequestMethod(), path, key, body.length));
        Answer trouble = troubles.poll();
        if (trouble == null) {
            count(path, Json.read(new String(body, StandardCharsets.UTF_8)));
        }
        respond(exchange, trouble == null ? answer(path) : trouble);
    }

    private void count(String path, JsonNode body) {
        if (body.isArray()) {
            body.forEach(fact -> counted.add(path + identity(fact)));
        } else {
            counted.add(path + identity(body));
        }
    }

    private static String identity(JsonNode fact) {
        return fact.has("id")
                ? fact.path("source").asText() + "/" + fact.path("id").asText()
                : fact.toString();
    }

    private static Answer answer(String path) {
        return switch (path) {
            case "/v1/businesses" ->
                new Answer(201, "{\"id\": \"b_1\", \"secretKey\": \"sk_1\", \"publishableKey\": \"pk_1\"}", null);
            case "/v1/surveys" -> new Answer(201, "{\"id\": \"sv_1\", \"version\": 1, \"formUrl\": \"/\"}", null);
            default -> new Answer(202, "{\"accepted\": 1, \"duplicates\": 0}", null);
        };
    }

    private static void respond(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.retryAfter() != null) {
            exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static int done(String report) {
        return Integer.parseInt(report.substring(report.indexOf(' ') + 1, report.indexOf('/')));
    }
}
