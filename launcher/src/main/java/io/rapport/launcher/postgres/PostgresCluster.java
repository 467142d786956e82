package io.rapport.launcher.postgres;

import io.rapport.launcher.Trouble;
import io.rapport.launcher.process.Commands;
import io.rapport.launcher.state.Folders;
import io.rapport.launcher.state.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data folder of the server: made once, kept by one major version. */
public final class PostgresCluster {
    static final String SUPERUSER = "postgres";
    private static final long INITDB_SECONDS = 120;
    private final Path data;

    public PostgresCluster(Path data) {
        this.data = data;
    }

    public boolean exists() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    public void requireMajor(int major) throws IOException {
        if (!exists()) {
            return;
        }
        String found = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!found.equals(Integer.toString(major))) {
            throw new Trouble("The data in " + data + " were written by PostgreSQL " + found
                    + ", and this Rapport comes with PostgreSQL " + major
                    + ": dump them with the Rapport that wrote them, or move that folder away.");
        }
    }

    /** Makes the folder beside its place first, so that a killed initdb leaves nothing that looks like data. */
    void create(PostgresBinaries binaries, List<String> prefix, String password)
            throws IOException, InterruptedException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        Path passwordFile = data.resolveSibling("initdb.password");
        Folders.delete(unfinished);
        try {
            PrivateFile.write(passwordFile, password.getBytes(StandardCharsets.UTF_8));
            initdb(binaries, prefix, unfinished, passwordFile);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(passwordFile);
            Folders.delete(unfinished);
        }
    }

    private static void initdb(PostgresBinaries binaries, List<String> prefix, Path folder, Path passwordFile)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + folder,
                "--username=" + SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums"));
        Commands.Outcome outcome = Commands.run(command, INITDB_SECONDS);
        if (Trouble.isFullDisk(outcome.output())) {
            throw Trouble.fullDisk(folder.getParent());
        }
        if (!outcome.isOk()) {
            throw new Trouble("PostgreSQL couldn't make its data folder: " + lastLine(outcome.output()));
        }
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((first, last) -> last)
                .orElse("no reason given");
    }
}
