package io.rapport.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Prints lines for the user, and keeps them in a log where there is one. */
public final class Console {
    private final PrintStream out;
    private final Path log;

    public Console(PrintStream out, Path log) {
        this.out = out;
        this.log = log;
    }

    public static Console plain() {
        return new Console(System.out, null);
    }

    public synchronized void say(String text) {
        out.println(text);
        out.flush();
        keep(text);
    }

    private void keep(String text) {
        if (log == null) {
            return;
        }
        try {
            Files.writeString(log, text + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException fullOrGone) {
            // The user has read the line already; a log that can't be written must not end the product.
            return;
        }
    }
}
