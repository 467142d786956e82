package io.rapport.launcher;

import io.rapport.launcher.state.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The script runs the launcher from a copy for each build of it; the copies of earlier builds are of no more use. */
final class LauncherCopies {
    /** A command that began a moment ago may still run from its copy. */
    private static final Duration IN_USE = Duration.ofHours(1);

    private LauncherCopies() {}

    static void deleteOld(Path apps) throws IOException {
        if (!Files.isDirectory(apps)) {
            return;
        }
        Path own =
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().getParent();
        for (Path copy : copies(apps)) {
            if (!copy.equals(own) && isOld(copy)) {
                Folders.delete(copy);
            }
        }
    }

    private static List<Path> copies(Path apps) throws IOException {
        try (Stream<Path> folders = Files.list(apps)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("launcher-"))
                    .toList();
        }
    }

    private static boolean isOld(Path copy) throws IOException {
        return Files.getLastModifiedTime(copy)
                .toInstant()
                .isBefore(Instant.now().minus(IN_USE));
    }
}
