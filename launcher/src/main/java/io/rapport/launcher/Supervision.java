package io.rapport.launcher;

import io.rapport.launcher.ports.Ports;
import io.rapport.launcher.process.Health;
import io.rapport.launcher.process.LogFile;
import io.rapport.launcher.process.Supervised;
import io.rapport.launcher.state.RunState;
import io.rapport.launcher.state.StateFile;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watches the processes of one run, says what happens to them and keeps the state file true. */
final class Supervision implements Supervised.Listener {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int CAP_EVERY_SECONDS = 10;

    private final Layout layout;
    private final Ports ports;
    private final boolean ownPostgres;
    private final Console console;
    private final StateFile file;
    private final Health health = new Health();
    private final List<Watched> watched = new ArrayList<>();
    private final ScheduledExecutorService logCap = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("log-cap").daemon().unstarted(task));
    private RunState.Phase phase = RunState.Phase.STARTING;

    Supervision(Layout layout, Ports ports, boolean ownPostgres, Console console) {
        this.layout = layout;
        this.ports = ports;
        this.ownPostgres = ownPostgres;
        this.console = console;
        this.file = new StateFile(layout.run());
    }

    Health health() {
        return health;
    }

    void begin() {
        writeState();
        logCap.scheduleWithFixedDelay(this::capLogs, CAP_EVERY_SECONDS, CAP_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void launch(
            String name, int port, Supervised.Starter starter, Supervised.Stopper stopper, Watched.Readiness readiness)
            throws IOException {
        new LogFile(layout.log(name)).roll();
        Supervised process = new Supervised(name, starter, stopper, this);
        synchronized (this) {
            if (phase == RunState.Phase.STOPPING) {
                throw new Trouble("Rapport was told to stop.");
            }
            watched.add(new Watched(process, port, readiness));
        }
        process.start();
    }

    void awaitReady(List<String> names) throws InterruptedException, IOException {
        List<Watched> awaited =
                snapshot().stream().filter(one -> names.contains(one.name())).toList();
        new StartWait(layout, console, awaited).await();
    }

    @Override
    public void started(Supervised process) {
        writeState();
        if (process.restarts() > 0 && isRunning()) {
            Thread.ofVirtual().name("return-" + process.name()).start(() -> announceReturn(process));
        }
    }

    @Override
    public void died(Supervised process, String how, Duration wait) {
        String when = wait.isZero() ? "at once" : "in " + wait.toSeconds() + " s";
        event(process.name() + " " + how + "; starting it again " + when + ".");
        writeState();
    }

    private void announceReturn(Supervised process) {
        int life = process.restarts();
        Watched returning = snapshot().stream()
                .filter(one -> one.process() == process)
                .findFirst()
                .orElseThrow();
        try {
            while (isRunning() && process.restarts() == life) {
                if (returning.isReady()) {
                    event(process.name() + " is ready again.");
                    return;
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void event(String text) {
        console.say(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
    }

    synchronized void ready() {
        phase = RunState.Phase.READY;
        writeState();
    }

    private synchronized boolean isRunning() {
        return phase != RunState.Phase.STOPPING;
    }

    private synchronized List<Watched> snapshot() {
        return List.copyOf(watched);
    }

    private synchronized void writeState() {
        List<RunState.Entry> entries = watched.stream().map(Supervision::entry).toList();
        try {
            file.write(new RunState(ProcessHandle.current().pid(), phase, ports.base(), ownPostgres, entries));
        } catch (IOException full) {
            // The product goes on without it; only status is worse informed.
            console.say("The state file couldn't be written: " + full.getMessage());
        }
    }

    private static RunState.Entry entry(Watched one) {
        Supervised process = one.process();
        long pid = process.handle().map(ProcessHandle::pid).orElse(0L);
        return new RunState.Entry(process.name(), one.port(), pid, process.restarts());
    }

    private void capLogs() {
        for (Watched one : snapshot()) {
            capLog(one.name());
        }
        capLog("launcher");
    }

    private void capLog(String name) {
        try {
            new LogFile(layout.log(name)).cap();
        } catch (IOException nextTime) {
            // Tried again in a few seconds.
            return;
        }
    }

    /** Ends the processes in the opposite order of their start, but the database last of all. */
    void stop() {
        synchronized (this) {
            if (phase == RunState.Phase.STOPPING) {
                return;
            }
            phase = RunState.Phase.STOPPING;
        }
        writeState();
        boolean anything = !snapshot().isEmpty();
        if (anything) {
            console.say("Stopping …");
        }
        logCap.shutdownNow();
        List<Watched> order = new ArrayList<>(snapshot().reversed());
        order.sort((one, other) -> Boolean.compare(isDatabase(one), isDatabase(other)));
        order.forEach(one -> stop(one.process()));
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
        deleteState();
        if (anything) {
            console.say("Stopped.");
        }
    }

    private static boolean isDatabase(Watched one) {
        return one.name().equals(Product.POSTGRES);
    }

    private void stop(Supervised process) {
        try {
            process.stop();
        } catch (IOException failed) {
            console.say(process.name() + " couldn't be ended: " + failed.getMessage());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void deleteState() {
        try {
            file.delete();
        } catch (IOException stays) {
            console.say("The state file couldn't be deleted: " + stays.getMessage());
        }
    }
}
