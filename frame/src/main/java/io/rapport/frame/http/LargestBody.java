package io.rapport.frame.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be: for all paths alike, but for the one that takes files. */
@ApplicationScoped
public class LargestBody {
    private final long usual;
    private final Optional<String> pathOfFiles;
    private final long file;

    LargestBody(
            @ConfigProperty(name = "rapport.http.max-body", defaultValue = "1M") MemorySize usual,
            @ConfigProperty(name = "rapport.http.files.path") Optional<String> pathOfFiles,
            @ConfigProperty(name = "rapport.http.files.max-body", defaultValue = "1G") MemorySize file) {
        this.usual = usual.asLongValue();
        this.pathOfFiles = pathOfFiles;
        this.file = file.asLongValue();
    }

    /** In bytes. */
    public long of(String path) {
        return takesFiles(path) ? file : usual;
    }

    public boolean takesFiles(String path) {
        return pathOfFiles.filter(path::equals).isPresent();
    }
}
