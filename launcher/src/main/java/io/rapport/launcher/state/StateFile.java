package io.rapport.launcher.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The supervisor's state on disk. */
public final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    public StateFile(Path run) {
        this.file = run.resolve("state.json");
    }

    public void write(RunState state) throws IOException {
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(state));
    }

    public Optional<RunState> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), RunState.class))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    public void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}
