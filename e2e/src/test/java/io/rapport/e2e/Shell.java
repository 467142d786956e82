package io.rapport.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** One bash in which commands run one after the other, as in a terminal: what one sets the next one finds. */
final class Shell implements AutoCloseable {
    private final String end = "end-" + UUID.randomUUID();
    private final Path folder;
    private final Process bash;
    private final Writer input;
    private final BufferedReader output;

    Shell(Path folder) {
        this.folder = folder;
        try {
            this.bash = new ProcessBuilder("bash")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        this.input = bash.outputWriter();
        this.output = bash.inputReader();
    }

    /** What the commands say; an error where the last of them fails. */
    String run(String commands) {
        try {
            // From a file, so that a quotation without an end can't swallow what follows.
            Files.writeString(folder.resolve("commands.sh"), commands);
            input.write("source ./commands.sh </dev/null; printf '\\n%s %s\\n' " + end + " $?\n");
            input.flush();
            return read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String read() throws IOException {
        StringBuilder said = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.startsWith(end)) {
            said.append(line).append('\n');
            line = output.readLine();
        }
        if (line == null || !line.equals(end + " 0")) {
            throw new AssertionError("The shell ended with " + line + ": " + said);
        }
        return said.toString().strip();
    }

    @Override
    public void close() {
        bash.destroy();
    }
}
