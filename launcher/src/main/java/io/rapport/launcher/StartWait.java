package io.rapport.launcher;

import io.rapport.launcher.process.LogTail;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Waits at the start until processes are ready, says which are, and gives up on one that can't be. */
final class StartWait {
    private static final int DEATHS = 3;
    private static final int LINES_SEARCHED = 200;
    private static final int LINES_SHOWN = 8;
    private static final Pattern REASON = Pattern.compile("^Caused by: | (ERROR|FATAL)\\b|^Error: ");
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration SPEAK_EVERY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Layout layout;
    private final Console console;
    private final List<Watched> pending;
    private final long began = System.nanoTime();
    private Duration nextWord = SPEAK_EVERY;

    StartWait(Layout layout, Console console, List<Watched> processes) {
        this.layout = layout;
        this.console = console;
        this.pending = new ArrayList<>(processes);
    }

    void await() throws InterruptedException, IOException {
        while (true) {
            for (Watched one : List.copyOf(pending)) {
                look(one);
            }
            if (pending.isEmpty()) {
                return;
            }
            speak();
            Thread.sleep(LOOK_EVERY);
        }
    }

    private void look(Watched one) throws InterruptedException, IOException {
        if (one.isReady()) {
            pending.remove(one);
            console.say("  " + one.name() + " is ready.");
        } else if (one.process().restarts() >= DEATHS || waited().compareTo(PATIENCE) > 0) {
            throw doesNotStart(one.name());
        }
    }

    private void speak() {
        if (waited().compareTo(nextWord) > 0) {
            String names = pending.stream().map(Watched::name).collect(Collectors.joining(", "));
            console.say("  waiting for " + names + " (" + nextWord.toSeconds() + " s)");
            nextWord = nextWord.plus(SPEAK_EVERY);
        }
    }

    private Duration waited() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Trouble doesNotStart(String name) throws IOException {
        List<String> lines = new LogTail(layout.log(name)).last(LINES_SEARCHED);
        if (lines.stream().anyMatch(Trouble::isFullDisk)) {
            return Trouble.fullDisk(layout.home());
        }
        reasons(lines).forEach(line -> console.say("    " + line));
        return new Trouble(name + " doesn't start; its log is " + layout.log(name) + ".");
    }

    /** A stack trace ends in places, not in reasons. */
    private static List<String> reasons(List<String> lines) {
        List<String> reasons =
                lines.stream().filter(line -> REASON.matcher(line).find()).toList();
        List<String> shown = reasons.isEmpty() ? lines : reasons;
        return shown.subList(Math.max(0, shown.size() - LINES_SHOWN), shown.size());
    }
}
