package io.rapport.launcher;

import io.rapport.launcher.process.Termination;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Ends the supervisor, which ends all that it started; and what a killed supervisor left. */
final class Down {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LOOKS = 50;
    private static final int LOOK_EVERY_MILLIS = 100;
    private final Layout layout;
    private final Running running;

    Down(Layout layout) {
        this.layout = layout;
        this.running = new Running(layout);
    }

    int run() throws IOException, InterruptedException {
        boolean wasRunning = running.isRunning();
        if (wasRunning) {
            System.out.println("Stopping …");
            endSupervisor();
        }
        boolean wereLeft = new LeftOvers(layout).stop();
        System.out.println(wasRunning || wereLeft ? "Stopped." : "Rapport isn't running.");
        return 0;
    }

    private void endSupervisor() throws IOException, InterruptedException {
        Optional<ProcessHandle> supervisor = findSupervisor();
        if (supervisor.isEmpty()) {
            return;
        }
        supervisor.get().destroy();
        if (!Termination.isGoneWithin(supervisor.get(), PATIENCE)) {
            supervisor.get().destroyForcibly();
            Termination.isGoneWithin(supervisor.get(), Duration.ofSeconds(5));
        }
    }

    /** One that begins hasn't said yet who it is, and one that ends no longer does: both pass in a moment. */
    private Optional<ProcessHandle> findSupervisor() throws IOException, InterruptedException {
        for (int look = 0; look < LOOKS && running.isRunning(); look++) {
            Optional<ProcessHandle> supervisor = running.state().flatMap(running::supervisor);
            if (supervisor.isPresent()) {
                return supervisor;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        if (running.isRunning()) {
            throw new Trouble("Rapport is just starting or stopping; try again in a moment.");
        }
        return Optional.empty();
    }
}
