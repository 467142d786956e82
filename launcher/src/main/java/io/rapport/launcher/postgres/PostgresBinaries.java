package io.rapport.launcher.postgres;

import io.rapport.launcher.Trouble;
import io.rapport.launcher.state.Folders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from their Maven artifact. */
public record PostgresBinaries(Path folder, String version) {

    public int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Unpacks into {@code home/postgres-<version>} unless that is there already. */
    public static PostgresBinaries unpack(Path home) throws IOException {
        String version = shippedVersion();
        Path folder = home.resolve("postgres-" + version);
        if (!Files.isDirectory(folder)) {
            unpackInto(folder);
        }
        return new PostgresBinaries(folder, version);
    }

    public static int shippedMajor() throws IOException {
        return new PostgresBinaries(Path.of(""), shippedVersion()).major();
    }

    private static String shippedVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("/launcher.properties")) {
            properties.load(in);
        }
        return properties.getProperty("postgres.version");
    }

    /** Beside its place first, so that an interrupted unpacking is never taken for a whole one. */
    private static void unpackInto(Path folder) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        try (InputStream archive = openArchive()) {
            unpackAll(archive, unfinished);
        } catch (IOException failed) {
            Folders.delete(unfinished);
            throw failed;
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream openArchive() {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new Trouble("There is no PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch")
                    + " among Rapport's parts: set RAPPORT_POSTGRES_URL to a server of yours.");
        }
        return archive;
    }

    static String archiveName(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        String processor = List.of("aarch64", "arm64").contains(arch) ? "arm_64" : "x86_64";
        return "/postgres-" + system + "-" + processor + ".txz";
    }

    private static void unpackAll(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpackOne(tar, entry, target);
            }
        }
    }

    private static void unpackOne(InputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("An entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
