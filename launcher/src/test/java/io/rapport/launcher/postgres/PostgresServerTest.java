package io.rapport.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rapport.launcher.Trouble;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server on a data folder of its own, taken through what can happen to it. */
class PostgresServerTest {
    private static final String PASSWORD = "right";

    @TempDir
    static Path shared;

    private Path home;
    private PostgresServer server;
    private Process process;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        home = shared;
        server = PostgresServer.prepare(home, freePort(), PASSWORD);
        process = server.start(home.resolve("postgres.log"));
        awaitReady();
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        PostgresServer.stopLeftOver(home);
    }

    @Test
    void isDurableAndListensOnThisMachineOnly() throws SQLException {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(ask("show unix_socket_directories")).isEmpty();
        assertThat(ask("select lower('ÄÉ')")).isEqualTo("äé");
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> DriverManager.getConnection(server.asDatabase().jdbcUrl(), "postgres", "wrong")
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsDataThroughAKill() throws Exception {
        ask("drop table if exists kept", "create table kept (n int)", "insert into kept values (42)");
        process.destroyForcibly().waitFor();
        server = PostgresServer.prepare(home, freePort(), PASSWORD);
        startAgain();
        assertThat(ask("select n from kept")).isEqualTo("42");
    }

    @Test
    void findsAndEndsAServerThatWasLeftRunning() throws Exception {
        assertThat(PostgresServer.running(home)).contains(process.toHandle());
        assertThat(PostgresServer.stopLeftOver(home)).isTrue();
        assertThat(process.waitFor()).isZero();
        assertThat(PostgresServer.stopLeftOver(home)).isFalse();
    }

    @Test
    void startsOverAPidFileThatNamesAForeignProcess() throws Exception {
        process.destroyForcibly().waitFor();
        Path pidFile = home.resolve("data/postgres/postmaster.pid");
        String content = Files.readString(pidFile);
        Process foreign = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(pidFile, content.replaceFirst("\\d+", Long.toString(foreign.pid())));
            assertThat(PostgresServer.stopLeftOver(home)).isFalse();
            await().ignoreExceptions().untilAsserted(() -> startAgain());
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void keepsItsHandsOffDataOfAnotherMajorVersion() throws Exception {
        PostgresServer.stopLeftOver(home);
        Path version = home.resolve("data/postgres/PG_VERSION");
        String right = Files.readString(version);
        Files.writeString(version, "14\n");
        try {
            assertThatThrownBy(() -> PostgresServer.prepare(home, freePort(), PASSWORD))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("PostgreSQL 14");
        } finally {
            Files.writeString(version, right);
        }
    }

    @Test
    void saysSoWhenTheSecretsAreNotThoseOfTheData() throws Exception {
        PostgresServer.stopLeftOver(home);
        server = PostgresServer.prepare(home, freePort(), "of another home");
        process = server.start(home.resolve("postgres.log"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThatThrownBy(server::isReady).isInstanceOf(Trouble.class));
    }

    private void startAgain() throws IOException {
        process = server.start(home.resolve("postgres.log"));
        awaitReady();
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(30)).until(server::isReady);
    }

    private String ask(String... statements) throws SQLException {
        DatabaseServer database = server.asDatabase();
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            String answer = null;
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    ResultSet result = statement.getResultSet();
                    result.next();
                    answer = result.getString(1);
                }
            }
            return answer;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
