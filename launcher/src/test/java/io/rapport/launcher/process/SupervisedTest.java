package io.rapport.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SupervisedTest {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Supervised process = new Supervised(
            "sleeper", () -> new ProcessBuilder("sleep", "600").start(), Termination::end, new Recorder());

    private final class Recorder implements Supervised.Listener {
        @Override
        public void started(Supervised started) {
            events.add("started");
        }

        @Override
        public void died(Supervised dead, String how, Duration wait) {
            events.add(how + ", " + wait.toSeconds());
        }
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        process.stop();
    }

    @Test
    void startsAgainWhatWasKilled() throws IOException {
        process.start();
        long first = process.handle().orElseThrow().pid();
        process.handle().orElseThrow().destroyForcibly();
        await().until(() -> process.restarts() == 1 && process.handle().isPresent());
        assertThat(process.handle().orElseThrow().pid()).isNotEqualTo(first);
        assertThat(events).containsExactly("started", "was killed by signal 9, 0", "started");
    }

    @Test
    void aStopIsForGood() throws IOException, InterruptedException {
        process.start();
        ProcessHandle handle = process.handle().orElseThrow();
        process.stop();
        // Its parent, this process, may still have to ask how it ended.
        await().until(() -> !handle.isAlive());
        process.start();
        assertThat(process.handle()).isEmpty();
        assertThat(events).containsExactly("started");
    }
}
