package io.rapport.launcher.sample;

import io.rapport.launcher.Console;
import io.rapport.sample.Progress;
import java.time.Duration;
import java.util.Locale;

/** A line when a kind of facts is loaded, and now and then before. */
final class LoadProgress implements Progress {
    private static final Duration SPEAK_EVERY = Duration.ofSeconds(5);
    private final Console console;
    private long lastWord = System.nanoTime();

    LoadProgress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void report(String kind, int done, int total) {
        long now = System.nanoTime();
        if (done == total || now - lastWord > SPEAK_EVERY.toNanos()) {
            lastWord = now;
            console.say(String.format(Locale.ENGLISH, "  %,d of %,d %s", done, total, kind));
        }
    }
}
