package io.rapport.launcher.sample;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.launcher.Console;
import io.rapport.launcher.vitals.Api;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Waits until the sample's texts are read, as long as that goes on. */
final class ScoringWait {
    private static final Duration SPEAK_EVERY = Duration.ofSeconds(10);

    private final Api api;
    private final Console console;
    private final Patience patience;

    /** How often it looks, how long nothing may move, and how long it waits at most. */
    record Patience(Duration lookEvery, Duration standstill, Duration longest) {
        static final Patience ORDINARY =
                new Patience(Duration.ofSeconds(2), Duration.ofSeconds(40), Duration.ofMinutes(5));
    }

    /** How many texts there are, and how many of them have been read. */
    record Progress(int read, int all) {
        boolean isDone() {
            return read >= all;
        }
    }

    ScoringWait(Api api, Console console, Patience patience) {
        this.api = api;
        this.console = console;
        this.patience = patience;
    }

    /** Tells whether all were read in the time that was given. */
    boolean await() throws IOException, InterruptedException {
        long began = System.nanoTime();
        long lastProgress = began;
        long lastWord = began;
        Progress progress = look();
        while (!progress.isDone()) {
            long now = System.nanoTime();
            if (now - lastProgress > patience.standstill().toNanos()
                    || now - began > patience.longest().toNanos()) {
                return false;
            }
            if (now - lastWord > SPEAK_EVERY.toNanos()) {
                console.say("  " + progress.read() + " of " + progress.all() + " texts are read");
                lastWord = now;
            }
            Thread.sleep(patience.lookEvery());
            Progress next = look();
            lastProgress = next.read() > progress.read() ? System.nanoTime() : lastProgress;
            progress = next;
        }
        return true;
    }

    private Progress look() throws IOException, InterruptedException {
        int read = 0;
        int all = 0;
        String cursor = "";
        do {
            JsonNode page = api.get("/v1/feedback?limit=100" + cursor);
            for (JsonNode item : page.path("items")) {
                all += hasText(item) ? 1 : 0;
                read += hasText(item) && item.path("reading").isObject() ? 1 : 0;
            }
            String next = page.path("next").isTextual() ? page.path("next").asText() : "";
            cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return new Progress(read, all);
    }

    /** A mere score or rating is not read. */
    private static boolean hasText(JsonNode item) {
        return !item.path("text").asText("").isBlank();
    }
}
