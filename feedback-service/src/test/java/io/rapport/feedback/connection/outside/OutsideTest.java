package io.rapport.feedback.connection.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.feedback.testing.Sources;
import io.rapport.feedback.testing.Sources.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTest {
    private Sources server;

    @BeforeEach
    void start() {
        server = new Sources(0, question -> Reply.ok("{\"path\": \"" + question.path() + "\"}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.1.2.3",
                "2130706433",
                "0.0.0.0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "[fe80::1]",
                "[fd00::1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "224.0.0.1",
                "255.255.255.255"
            })
    void addressesThatAreNotPublicAreNotAsked(String host) throws IOException {
        Outside guarded = new Outside(new Settings(false, true, 1_000_000), Clock.systemUTC());
        assertThatThrownBy(() -> guarded.get("http://" + host + ":" + server.port() + "/", Map.of()))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getDetail())
                        .contains("not on the public internet"));
        assertThat(server.asked()).isEmpty();
        guarded.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "93.184.216.34", "2606:4700::1111"})
    void addressesOfThePublicInternetAre(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void onlyHttpsIsAskedUnlessTheOperatorSaysOtherwise() throws IOException {
        Outside guarded = new Outside(new Settings(true, false, 1_000_000), Clock.systemUTC());
        for (String address : new String[] {"http://localhost/", "file:///etc/passwd", "https://a@localhost/", "x y"}) {
            assertThatThrownBy(() -> guarded.get(address, Map.of())).isInstanceOf(HttpProblem.class);
        }
        guarded.close();
    }

    @Test
    void anAnswerIsReadWithItsStatus() throws IOException {
        Outside open = open(1_000_000);
        assertThat(new String(open.get(address("/a?b=c"), Map.of()).body())).contains("/a?b=c");
        server.behave(question -> new Reply(404, "{}", Map.of()));
        assertThat(open.get(address("/"), Map.of()).isGone()).isTrue();
        open.close();
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        Outside open = open(1_000_000);
        server.behave(question -> new Reply(302, "", Map.of("Location", address("/other"))));
        assertThatThrownBy(() -> open.get(address("/"), Map.of())).isInstanceOf(HttpProblem.class);
        assertThat(server.asked()).hasSize(1);
        open.close();
    }

    @Test
    void anAnswerThatIsTooLargeIsRefused() throws IOException {
        Outside open = open(100);
        server.behave(question -> Reply.ok("x".repeat(101)));
        assertThatThrownBy(() -> open.get(address("/"), Map.of())).isInstanceOf(HttpProblem.class);
        server.behave(question -> Reply.ok("x".repeat(100)));
        assertThat(open.get(address("/"), Map.of()).body()).hasSize(100);
        open.close();
    }

    @Test
    void whoWantsToBeLeftAloneIs() throws IOException {
        Outside open = open(1_000_000);
        server.behave(question -> new Reply(429, "", Map.of("Retry-After", "120")));
        assertThatThrownBy(() -> open.get(address("/"), Map.of()))
                .isInstanceOfSatisfying(Unreachable.class, later -> assertThat(later.retryAfter())
                        .isEqualTo(Duration.ofMinutes(2)));
        assertThat(open.pause(1, null)).isEqualTo(Duration.ofSeconds(1));
        assertThat(open.pause(4, null)).isEqualTo(Duration.ofSeconds(8));
        assertThat(open.pause(60, null)).isEqualTo(Duration.ofMinutes(1));
        assertThat(open.pause(1, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        open.close();
    }

    @Test
    void aServerThatNeverEndsIsLeft() throws Exception {
        Outside open = open(1_000_000);
        CountDownLatch ended = new CountDownLatch(1);
        server.behave(question -> {
            await(ended);
            return Reply.ok("late");
        });
        assertThatThrownBy(() -> open.get(address("/"), Map.of())).isInstanceOf(Unreachable.class);
        ended.countDown();
        open.close();
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(RetryAfter.read("30", now)).isEqualTo(Duration.ofSeconds(30));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 10:01:00 GMT", now)).isEqualTo(Duration.ofMinutes(1));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 09:01:00 GMT", now)).isZero();
        assertThat(RetryAfter.read("999999999", now)).isEqualTo(Duration.ofDays(1));
        assertThat(RetryAfter.read("soon", now)).isNull();
        assertThat(RetryAfter.read(null, now)).isNull();
    }

    @Test
    void aConnectionThatTheSourceHasClosedIsNotUsedAgain() throws IOException {
        Outside outside = open(1_000);
        HttpServer before = listening(0);
        int port = before.getAddress().getPort();
        assertThat(outside.get("http://localhost:" + port + "/", Map.of()).status())
                .isEqualTo(200);
        before.stop(0);
        HttpServer after = listening(port);
        assertThat(outside.get("http://localhost:" + port + "/", Map.of()).status())
                .isEqualTo(200);
        after.stop(0);
        outside.close();
    }

    private static HttpServer listening(int port) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        listening.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'{', '}'});
            exchange.close();
        });
        listening.start();
        return listening;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Outside open(int largest) {
        return new Outside(new Settings(true, true, largest), Clock.systemUTC());
    }

    private String address(String path) {
        return "http://localhost:" + server.port() + path;
    }

    private record Settings(boolean allowPrivate, boolean allowHttp, int largest) implements OutsideConfig {
        @Override
        public Map<String, String> baseUrls() {
            return Map.of();
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration longest() {
            return Duration.ofMillis(700);
        }

        @Override
        public Duration firstPause() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int tries() {
            return 3;
        }

        @Override
        public Duration look() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration every() {
            return Duration.ofMinutes(1);
        }
    }
}
