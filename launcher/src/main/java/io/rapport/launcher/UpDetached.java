package io.rapport.launcher;

import io.rapport.launcher.process.Commands;
import io.rapport.launcher.process.LogFile;
import io.rapport.launcher.process.LogTail;
import io.rapport.launcher.state.RunState;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starts {@link Up} as a process of its own, shows what it says, and leaves when all is ready. */
final class UpDetached {
    private static final int LOOK_EVERY_MILLIS = 200;
    private final Layout layout;
    private final Arguments arguments;
    private final Running running;

    UpDetached(Layout layout, Arguments arguments) {
        this.layout = layout;
        this.arguments = arguments;
        this.running = new Running(layout);
    }

    int run() throws IOException, InterruptedException {
        arguments.ports();
        if (running.isRunning()) {
            return awaitOther();
        }
        LogFile log = new LogFile(layout.log("launcher"));
        log.roll();
        Process supervisor = spawn(log);
        Thread abort = new Thread(supervisor::destroy, "abort");
        Runtime.getRuntime().addShutdownHook(abort);
        boolean ready = follow(supervisor, new LogTail(log.path()));
        Runtime.getRuntime().removeShutdownHook(abort);
        if (ready) {
            new Dashboard(layout).show();
        }
        return ready ? 0 : 1;
    }

    private int awaitOther() throws IOException, InterruptedException {
        System.out.println(running.sentence());
        while (running.isRunning()) {
            if (running.state().filter(RunState::isReady).isPresent()) {
                return 0;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        throw new Trouble("Rapport stopped; ./rapport logs launcher shows why.");
    }

    private Process spawn(LogFile log) throws IOException {
        return new ProcessBuilder(Commands.inOwnSession(command()))
                .directory(layout.home().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.redirect())
                .start();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-D" + Up.DETACHED + "=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--port",
                Integer.toString(arguments.ports().base())));
        if (arguments.has("--no-sample")) {
            command.add("--no-sample");
        }
        return command;
    }

    private boolean follow(Process supervisor, LogTail log) throws IOException, InterruptedException {
        while (true) {
            boolean ended = !supervisor.isAlive();
            boolean ready = isReady(supervisor);
            log.next().forEach(System.out::println);
            if (ready || ended) {
                return ready;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private boolean isReady(Process supervisor) throws IOException {
        Optional<RunState> state = running.state();
        return state.filter(RunState::isReady).isPresent() && state.get().supervisor() == supervisor.pid();
    }
}
