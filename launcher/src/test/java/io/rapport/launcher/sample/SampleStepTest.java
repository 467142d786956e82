package io.rapport.launcher.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.launcher.Console;
import io.rapport.launcher.Layout;
import io.rapport.launcher.secrets.Keys;
import io.rapport.launcher.vitals.Api;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStepTest {
    private static final String CREATE = "POST /v1/businesses";
    private static final String EVENTS = "POST /v1/events";

    @TempDir
    Path home;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), null);
    private FakeApi api;

    @BeforeEach
    void answer() throws IOException {
        api = new FakeApi()
                .on(CREATE, 201, "{\"id\": \"b_1\", \"secretKey\": \"sk_1\", \"publishableKey\": \"pk_1\"}")
                .on("POST /v1/surveys", 201, "{\"id\": \"sv_1\"}")
                .on("GET /v1/metrics", 200, "[]")
                .on("GET /v1/feedback", 200, "{\"items\": [], \"next\": null}")
                .on("GET /v1/engagement", 200, "{\"from\": \"2026-01-01\", \"to\": \"2026-01-29\", \"vitals\": []}");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void isLoadedOnceAndItsKeysAreKeptButNotShown() throws Exception {
        step().afterStart(true);
        assertThat(keys()).isEqualTo(new Keys(api.baseUrl(), "sk_1", "pk_1", "adm_1"));
        step().afterStart(true);
        step().onDemand();
        assertThat(api.calls(CREATE)).isEqualTo(1);
        assertThat(printed()).contains("events", "Vital signs", "there already").doesNotContain("sk_1", "adm_1");
    }

    @Test
    void aLoadThatWasCutShortGoesOnWithTheSameBusiness() throws Exception {
        api.on(EVENTS, 500, "{\"title\": \"broken\"}");
        step().afterStart(true);
        assertThat(printed()).contains("couldn't be loaded").contains("broken");
        api.on(EVENTS, 202, "{}");
        int before = api.calls(EVENTS);
        step().onDemand();
        assertThat(api.calls(CREATE)).isEqualTo(1);
        assertThat(api.calls(EVENTS)).isGreaterThan(before + 10);
    }

    @Test
    void otherDatabasesGetASampleOfTheirOwn() throws Exception {
        step().afterStart(true);
        api.on("GET /v1/metrics", 401, "{}");
        step().afterStart(true);
        assertThat(api.calls(CREATE)).isEqualTo(2);
    }

    @Test
    void withoutASampleThereIsStillTheAdminKey() throws Exception {
        step().afterStart(false);
        assertThat(keys()).isEqualTo(new Keys(api.baseUrl(), null, null, "adm_1"));
        assertThat(api.calls(CREATE)).isZero();
    }

    @Test
    void waitsForTextsThatAreStillBeingReadButNotForEver() throws Exception {
        ScoringWait.Patience soon =
                new ScoringWait.Patience(Duration.ofMillis(5), Duration.ofMillis(100), Duration.ofSeconds(5));
        api.on("GET /v1/feedback", 200, "{\"items\": [{\"text\": \"a\", \"reading\": null}], \"next\": null}");
        try (var client = new Api(api.baseUrl(), "sk_1")) {
            assertThat(new ScoringWait(client, console, soon).await()).isFalse();
            api.on(
                    "GET /v1/feedback",
                    200,
                    "{\"items\": [{\"text\": \"a\", \"reading\": {}}, {\"text\": null, \"reading\": null}], \"next\": null}");
            assertThat(new ScoringWait(client, console, soon).await()).isTrue();
        }
    }

    private SampleStep step() {
        return new SampleStep(new Layout(home, home), api.baseUrl(), "adm_1", console);
    }

    private Keys keys() {
        return Keys.read(home.resolve("keys.json")).orElseThrow();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
