package io.rapport.launcher;

import io.rapport.launcher.process.Health;
import io.rapport.launcher.process.Memory;
import io.rapport.launcher.state.RunState;
import io.rapport.launcher.vitals.TextTable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** The table of processes. */
final class Status {
    private static final int NOT_RUNNING = 3;
    private static final TextTable.Column[] COLUMNS = {
        TextTable.left("process"),
        TextTable.right("pid"),
        TextTable.right("port"),
        TextTable.left("health"),
        TextTable.right("memory"),
        TextTable.right("uptime"),
        TextTable.right("restarts")
    };
    private final Layout layout;

    Status(Layout layout) {
        this.layout = layout;
    }

    int run() throws IOException, InterruptedException {
        Running running = new Running(layout);
        Optional<RunState> state = running.state();
        if (state.isEmpty()) {
            System.out.println(running.isRunning() ? "Rapport is just starting." : "Rapport isn't running.");
            return NOT_RUNNING;
        }
        print(state.get());
        return 0;
    }

    private void print(RunState state) throws InterruptedException {
        TextTable table = new TextTable(COLUMNS);
        long total = addLauncher(table, state);
        try (Health health = new Health()) {
            for (RunState.Entry entry : state.processes()) {
                total += add(table, entry, health);
            }
        }
        System.out.println(table.render());
        System.out.println("Memory in all: " + megabytes(OptionalLong.of(total)) + " · "
                + state.phase().name().toLowerCase(Locale.ROOT) + " · data and logs in " + layout.home());
    }

    private static long addLauncher(TextTable table, RunState state) {
        Optional<ProcessHandle> supervisor = ProcessHandle.of(state.supervisor());
        OptionalLong memory = supervisor.map(Memory::ofOne).orElse(OptionalLong.empty());
        table.row("launcher", Long.toString(state.supervisor()), "", "", megabytes(memory), uptime(supervisor), "");
        return memory.orElse(0);
    }

    private static long add(TextTable table, RunState.Entry entry, Health health) throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(entry.pid()).filter(ProcessHandle::isAlive);
        OptionalLong memory = process.map(Memory::ofTree).orElse(OptionalLong.empty());
        table.row(
                entry.name(),
                process.map(one -> Long.toString(one.pid())).orElse("–"),
                Integer.toString(entry.port()),
                process.isEmpty() ? "down" : health(entry, health),
                megabytes(memory),
                uptime(process),
                Integer.toString(entry.restarts()));
        return memory.orElse(0);
    }

    private static String health(RunState.Entry entry, Health health) throws InterruptedException {
        boolean ready = entry.name().equals(Product.POSTGRES) ? listens(entry.port()) : health.isReady(entry.port());
        return ready ? "ready" : "not ready";
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static String megabytes(OptionalLong kilobytes) {
        return kilobytes.isPresent() ? (kilobytes.getAsLong() + 512) / 1024 + " MB" : "–";
    }

    private static String uptime(Optional<ProcessHandle> process) {
        return process.flatMap(one -> one.info().startInstant())
                .map(start -> spell(Duration.between(start, Instant.now())))
                .orElse("–");
    }

    static String spell(Duration time) {
        if (time.toHours() >= 24) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toMinutes() >= 60) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toSeconds() >= 60
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : Math.max(0, time.toSeconds()) + " s";
    }
}
