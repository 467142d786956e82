package io.rapport.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a log from its end, and on from there while it grows. */
public final class LogTail {
    private static final int BLOCK = 64 << 10;
    private final Path file;
    private long position;
    private String unfinished = "";

    public LogTail(Path file) {
        this.file = file;
    }

    /** The last lines there are now; {@link #next()} goes on after them. */
    public List<String> last(int count) throws IOException {
        position = Files.exists(file) ? Math.max(0, Files.size(file) - BLOCK) : 0;
        List<String> lines = next();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** The whole lines that were added since the last look. */
    public List<String> next() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        if (Files.size(file) < position) {
            position = 0;
        }
        String text = unfinished + read();
        int end = text.lastIndexOf('\n') + 1;
        unfinished = text.substring(end);
        return text.substring(0, end).lines().toList();
    }

    private String read() throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(position);
            byte[] bytes = new byte[(int) Math.min(open.length() - position, 16L * BLOCK)];
            open.readFully(bytes);
            position += bytes.length;
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
