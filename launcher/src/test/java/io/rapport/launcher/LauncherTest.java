package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.launcher.ports.Ports;
import io.rapport.launcher.postgres.PostgresBinaries;
import io.rapport.launcher.postgres.PostgresServer;
import io.rapport.launcher.process.Commands;
import io.rapport.launcher.process.OwnProcesses;
import io.rapport.launcher.process.Services;
import io.rapport.launcher.state.RunState;
import io.rapport.launcher.state.StateFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as the script runs it, with a real PostgreSQL and stand-ins for the services. */
class LauncherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Unpacking takes seconds: once is enough for all homes. */
    @TempDir
    static Path unpacked;

    @TempDir
    Path folder;

    private Layout layout;
    private int port;
    private List<String> environment = List.of();

    @BeforeEach
    void prepare() throws IOException {
        Path root = Files.createDirectory(folder.resolve("the root"));
        Path home = Files.createDirectory(folder.resolve("the home")).toRealPath();
        layout = new Layout(root, home);
        shareBinaries(home);
        port = freeBlock();
        for (String service : Services.NAMES) {
            FakeService.packAs(service, root);
        }
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        run("down");
        Files.delete(binaries(layout.home()));
    }

    @Test
    void oneLifeFromTheFirstUpToTheReset() throws Exception {
        assertThat(run("status").output()).contains("isn't running");
        Commands.Outcome up = up();
        assertThat(up.output())
                .contains("postgres is ready", "gateway is ready", "http://localhost:" + port)
                .doesNotContain("sk_", "adm_");
        assertThat(up.exitCode()).isZero();
        assertThat(layout.keys()).content().contains("\"adminKey\" : \"adm_");
        assertThat(run("status").output()).contains("postgres", "gateway", Integer.toString(port + 4), "ready");
        assertThat(run("logs", "sentiment").output()).contains("listening; password known: false");
        assertThat(run("reset", "--yes").output()).contains("is running");

        Commands.Outcome second = up();
        assertThat(second.exitCode()).isZero();
        assertThat(second.output()).contains("already running", "http://localhost:" + port);
        assertThat(run("up", "--port", Integer.toString(port)).exitCode()).isEqualTo(1);

        assertThat(run("down").output()).contains("Stopped.");
        assertNothingRuns();
        assertThat(run("down").output()).contains("isn't running");
        assertThat(run("reset", "--yes").exitCode()).isZero();
        assertThat(layout.data()).doesNotExist();
        assertThat(layout.secrets()).doesNotExist();
    }

    @Test
    void whatIsKilledComesBack() throws Exception {
        up();
        kill("gateway");
        kill("postgres");
        await().atMost(PATIENCE).until(() -> log().contains("gateway is ready again"));
        await().atMost(PATIENCE).until(() -> log().contains("postgres is ready again"));
        assertThat(log()).contains("gateway was killed by signal 9; starting it again at once.");
    }

    @Test
    void aKilledSupervisorLeavesNothingThatDownAndUpDontFind() throws Exception {
        up();
        ProcessHandle.of(state().supervisor()).orElseThrow().destroyForcibly();
        await().atMost(PATIENCE).until(() -> !new Running(layout).isRunning());
        assertThat(new OwnProcesses(layout).services()).hasSize(4);

        Commands.Outcome again = up();
        assertThat(again.output()).contains("Ended what an earlier Rapport had left running.");
        assertThat(again.exitCode()).isZero();

        ProcessHandle.of(state().supervisor()).orElseThrow().destroyForcibly();
        await().atMost(PATIENCE).until(() -> !new Running(layout).isRunning());
        assertThat(run("down").output()).contains("Stopped.");
        assertNothingRuns();
    }

    @Test
    void aTakenPortIsToldBeforeAnythingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(port + 2, 1, InetAddress.getByName("127.0.0.1"))) {
            Commands.Outcome up = up();
            assertThat(up.exitCode()).isEqualTo(1);
            assertThat(up.output()).contains("Port " + taken.getLocalPort(), "feedback-service");
        }
        assertThat(layout.log("gateway")).doesNotExist();
        assertNothingRuns();
    }

    @Test
    void aServiceThatCannotStartEndsTheStartWithItsReason() throws Exception {
        Path jar = layout.root().resolve("metrics-service/target/quarkus-app/quarkus-run.jar");
        Files.writeString(jar, "not a jar");
        Commands.Outcome up = up();
        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.output()).contains("metrics-service doesn't start", "corrupt jarfile");
        assertNothingRuns();
    }

    @Test
    void dataWithoutTheirSecretsAreLeftAlone() throws Exception {
        up();
        run("down");
        Files.delete(layout.secrets());
        assertThat(up().output()).contains("secrets.json is missing");
        assertThat(layout.secrets()).doesNotExist();
    }

    @Test
    void homesDoNotDisturbEachOther() throws Exception {
        up();
        Layout mine = layout;
        long pid = state().supervisor();
        layout = new Layout(
                mine.root(), Files.createDirectory(folder.resolve("other")).toRealPath());
        shareBinaries(layout.home());
        port = freeBlock();
        try {
            assertThat(up().exitCode()).isZero();
            assertThat(run("down").output()).contains("Stopped.");
        } finally {
            end();
            layout = mine;
        }
        assertThat(state().supervisor()).isEqualTo(pid);
        assertThat(new OwnProcesses(layout).services()).hasSize(4);
        assertThat(PostgresServer.running(layout.home())).isPresent();
    }

    @Test
    void aConfiguredServerIsUsedAndLeftRunning() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        PostgresServer theirs = PostgresServer.prepare(elsewhere, port + 4, "their password");
        theirs.start(elsewhere.resolve("postgres.log"));
        try {
            await().atMost(PATIENCE).until(theirs::isReady);
            environment = List.of(
                    "RAPPORT_POSTGRES_URL=" + theirs.asDatabase().jdbcUrl(),
                    "RAPPORT_POSTGRES_PASSWORD=their password");
            assertThat(up().output()).contains("gateway is ready").doesNotContain("postgres is ready");
            assertThat(run("logs", "gateway").output()).contains("password known: false");
            assertThat(run("down").output()).contains("Stopped.");
            assertThat(theirs.isReady()).isTrue();
            assertThat(layout.data()).doesNotExist();
        } finally {
            PostgresServer.stopLeftOver(elsewhere);
        }
    }

    private static void shareBinaries(Path home) throws IOException {
        Files.createSymbolicLink(
                binaries(home), PostgresBinaries.unpack(unpacked).folder());
    }

    private static Path binaries(Path home) throws IOException {
        return home.resolve(PostgresBinaries.unpack(unpacked).folder().getFileName());
    }

    private void kill(String name) throws IOException {
        long pid = state().processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow()
                .pid();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private void assertNothingRuns() throws IOException {
        assertThat(new OwnProcesses(layout).services()).isEmpty();
        assertThat(PostgresServer.running(layout.home())).isEmpty();
    }

    private RunState state() {
        return new StateFile(layout.run()).read().orElseThrow();
    }

    private String log() throws IOException {
        return Files.readString(layout.log("launcher"));
    }

    private Commands.Outcome up() throws IOException, InterruptedException {
        return run("up", "-d", "--no-sample", "--port", Integer.toString(port));
    }

    private Commands.Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
        command.addAll(environment);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-Drapport.root=" + layout.root(),
                layout.marker(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return Commands.run(command, 120);
    }

    /** Five neighbouring ports that nothing uses now, below those that the system gives out by itself. */
    private static int freeBlock() throws IOException {
        for (int base = 20000 + (int) (ProcessHandle.current().pid() % 500) * 20; ; base += 5) {
            if (isFree(base) && isFree(Ports.management(base))) {
                return base;
            }
        }
    }

    private static boolean isFree(int base) {
        for (int i = 0; i < 5; i++) {
            try (ServerSocket socket = new ServerSocket(base + i)) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
