package io.rapport.launcher.secrets;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.launcher.state.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What {@code keys.json} tells the user: where the API is and with which keys it opens. */
public record Keys(String baseUrl, String secretKey, String publishableKey, String adminKey) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Optional<Keys> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), Keys.class))
                    : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    public void write(Path file) throws IOException {
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    public boolean hasBusiness() {
        return secretKey != null;
    }

    @Override
    public String toString() {
        return "Keys[" + baseUrl + ", hidden]";
    }
}
