package io.rapport.launcher.process;

import io.rapport.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A packaged service's own copy in the home. A running service reads its jars as it goes, and a build meanwhile would
 * change them under it.
 */
public final class AppFolder {
    private static final String JAR = "quarkus-run.jar";
    private final Path built;
    private final Path copy;

    public AppFolder(Path root, Path apps, String service) {
        this.built = root.resolve(service).resolve("target").resolve("quarkus-app");
        this.copy = apps.resolve(service);
    }

    public Path jar() {
        return copy.resolve(JAR);
    }

    /** Brings the copy up to date with what was built. */
    public void refresh() throws IOException {
        if (!Files.exists(built.resolve(JAR))) {
            throw new Trouble(built.resolve(JAR) + " is missing: ./mvnw package builds it.");
        }
        copyChanged();
        deleteGone();
    }

    private void copyChanged() throws IOException {
        for (Path source : files(built)) {
            Path target = copy.resolve(built.relativize(source));
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
            } else if (!isSame(source, target)) {
                Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void deleteGone() throws IOException {
        List<Path> copies =
                files(copy).stream().sorted(Comparator.reverseOrder()).toList();
        for (Path file : copies) {
            if (!Files.exists(built.resolve(copy.relativize(file)))) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }

    private static boolean isSame(Path source, Path target) throws IOException {
        if (!Files.exists(target)) {
            return false;
        }
        var one = Files.readAttributes(source, BasicFileAttributes.class);
        var other = Files.readAttributes(target, BasicFileAttributes.class);
        return one.size() == other.size()
                && one.lastModifiedTime().toMillis() == other.lastModifiedTime().toMillis();
    }
}
