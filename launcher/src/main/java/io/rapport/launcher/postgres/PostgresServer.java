package io.rapport.launcher.postgres;

import com.sun.management.OperatingSystemMXBean;
import io.rapport.launcher.Trouble;
import io.rapport.launcher.process.Commands;
import io.rapport.launcher.process.LogFile;
import io.rapport.launcher.process.ServiceStarter;
import io.rapport.launcher.process.Termination;
import io.rapport.launcher.state.PrivateFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL of Rapport's own: durable, reachable from this machine only, and only with its password. */
public final class PostgresServer {
    private static final String WRONG_PASSWORD = "28P01";
    private static final Duration STOP = Duration.ofSeconds(90);
    private static final long MEGABYTE = 1 << 20;
    private static final int LEAST_SHARED = 128;
    private static final int MOST_SHARED = 2048;

    private final PostgresBinaries binaries;
    private final PostgresCluster cluster;
    private final Path data;
    private final int port;
    private final String password;
    private final List<String> prefix;

    private PostgresServer(PostgresBinaries binaries, Path data, int port, String password, List<String> prefix) {
        this.binaries = binaries;
        this.cluster = new PostgresCluster(data);
        this.data = data;
        this.port = port;
        this.password = password;
        this.prefix = prefix;
    }

    /** Brings the programs and the data folder into place; starts nothing. */
    public static PostgresServer prepare(Path home, int port, String password)
            throws IOException, InterruptedException {
        Path folder = home.resolve("data");
        PrivateFile.createFolder(folder);
        Path data = folder.toRealPath().resolve("postgres");
        List<String> prefix = UserNamespace.prefix();
        PostgresServer server = new PostgresServer(PostgresBinaries.unpack(home), data, port, password, prefix);
        server.cluster.requireMajor(server.binaries.major());
        if (!server.cluster.exists()) {
            server.cluster.create(server.binaries, prefix, password);
        }
        return server;
    }

    /** The command that is the server, in the foreground: its process is the one to watch. */
    private List<String> command() {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(binaries.program("postgres").toString(), "-D", data.toString()));
        for (String setting : settings()) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    private List<String> settings() {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "shared_buffers=" + sharedMegabytes() + "MB",
                // After each checkpoint whole pages are logged once more, and keys of events lie all over their index.
                "max_wal_size=4GB",
                "checkpoint_timeout=15min",
                "log_checkpoints=off",
                // Statements and details may bear a password or a customer's words; the services log what failed.
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "logging_collector=off");
    }

    /** An eighth of the machine's memory, which leaves the rest to the services and to the system's own cache of files. */
    private static long sharedMegabytes() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp(system.getTotalMemorySize() / 8 / MEGABYTE, LEAST_SHARED, MOST_SHARED);
    }

    public Process start(Path log) throws IOException {
        new Postmaster(data).removeIfForeign();
        ProcessBuilder builder = ServiceStarter.builder(Commands.inOwnSession(command()), new LogFile(log));
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** The server that runs on this home's data, whoever started it. */
    public static Optional<ProcessHandle> running(Path home) throws IOException {
        Path data = home.resolve("data").resolve("postgres");
        return new PostgresCluster(data).exists() ? new Postmaster(data.toRealPath()).running() : Optional.empty();
    }

    /** Ends a server that an earlier launcher left on this home's data. */
    public static boolean stopLeftOver(Path home) throws IOException, InterruptedException {
        Optional<ProcessHandle> left = running(home);
        if (left.isPresent()) {
            stop(left.get());
        }
        return left.isPresent();
    }

    /** A fast shutdown: ends sessions, writes what is due, and waits for that. */
    public static void stop(ProcessHandle postmaster) throws IOException, InterruptedException {
        Commands.run(List.of("/bin/sh", "-c", "kill -INT \"$1\"", "sh", Long.toString(postmaster.pid())), 10);
        if (!Termination.isGoneWithin(postmaster, STOP)) {
            // Safe, if slow at the next start: PostgreSQL then recovers from its log.
            postmaster.destroyForcibly();
        }
    }

    public DatabaseServer asDatabase() {
        return new DatabaseServer(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", PostgresCluster.SUPERUSER, password);
    }

    /** Whether it takes connections; a refused password will not get better by waiting. */
    public boolean isReady() {
        DatabaseServer database = asDatabase();
        try (Connection connection = DriverManager.getConnection(
                database.jdbcUrl() + "?connectTimeout=2&socketTimeout=5", database.user(), database.password())) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            if (WRONG_PASSWORD.equals(notYet.getSQLState())) {
                throw new Trouble("The data in " + data
                        + " don't belong to these secrets: put back the secrets.json that was made with them.");
            }
            return false;
        }
    }
}
