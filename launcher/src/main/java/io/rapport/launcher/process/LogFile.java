package io.rapport.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The log of one process: the last run's is kept beside it, and neither outgrows its limit. */
public final class LogFile {
    private static final long LIMIT = 20L << 20;
    private final Path file;
    private final long limit;

    public LogFile(Path file) {
        this(file, LIMIT);
    }

    LogFile(Path file, long limit) {
        this.file = file;
        this.limit = limit;
    }

    public Path path() {
        return file;
    }

    /** Before a start: puts the last run's log aside. */
    public void roll() throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            Files.move(file, previous(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Empties it when it is too long. Its process appends, so it goes on from the beginning. */
    public void cap() throws IOException {
        if (Files.exists(file) && Files.size(file) > limit) {
            Files.copy(file, previous(), StandardCopyOption.REPLACE_EXISTING);
            try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
                open.setLength(0);
            }
        }
    }

    private Path previous() {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    public ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }
}
