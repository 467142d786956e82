package io.rapport.launcher.postgres;

import io.rapport.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Who {@code postmaster.pid} of a data folder names: a server that was left running, or nobody. */
final class Postmaster {
    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    /** The running server of this data folder, if there is one. */
    Optional<ProcessHandle> running() throws IOException {
        return named().filter(this::servesThisFolder);
    }

    /**
     * Removes a file that names a living process which isn't this folder's server: PostgreSQL would take it for one and
     * refuse to start. (A dead process in it is PostgreSQL's own business.)
     */
    boolean removeIfForeign() throws IOException {
        Optional<ProcessHandle> process = named();
        if (process.isEmpty() || servesThisFolder(process.get())) {
            return false;
        }
        return Files.deleteIfExists(pidFile());
    }

    private Optional<ProcessHandle> named() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile());
        try {
            long pid = Long.parseLong(lines.isEmpty() ? "" : lines.get(0).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException damaged) {
            throw new Trouble(pidFile() + " is damaged: delete it if no PostgreSQL runs on that folder.");
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        return isPostgres(process) && worksIn(process).map(data::equals).orElseGet(() -> namesFolder(process));
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
    }

    /** A server's working directory is its data folder; only Linux shows it. */
    private static Optional<Path> worksIn(ProcessHandle process) {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")));
        } catch (IOException hidden) {
            return Optional.empty();
        }
    }

    private boolean namesFolder(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(data.toString());
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }
}
