package io.rapport.launcher.secrets;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.launcher.Trouble;
import io.rapport.launcher.state.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the secrets beside the data that depend on them. */
public final class SecretsFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;

    public SecretsFile(Path file) {
        this.file = file;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    public Secrets readOrCreate(Iterable<String> databases) throws IOException {
        return exists() ? read() : create(databases);
    }

    private Secrets create(Iterable<String> databases) throws IOException {
        Secrets secrets = Secrets.generate(databases);
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(secrets));
        return secrets;
    }

    private Secrets read() {
        try {
            return JSON.readValue(Files.readAllBytes(file), Secrets.class);
        } catch (IOException damaged) {
            // Without the cause: a parser's message may quote the secrets.
            throw new Trouble(
                    file + " can't be read: put it back from a copy, or delete all data with ./rapport reset.");
        }
    }
}
