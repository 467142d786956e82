package io.rapport.launcher;

import io.rapport.launcher.postgres.PostgresServer;
import io.rapport.launcher.process.OwnProcesses;
import io.rapport.launcher.state.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Deletes the data and the secrets that open them, once nothing uses them. */
final class Reset {
    private final Layout layout;
    private final boolean ownServer;

    Reset(Layout layout, boolean configuredServer) {
        this.layout = layout;
        this.ownServer = !configuredServer;
    }

    int run(boolean sure) throws IOException {
        if (!ownServer) {
            throw new Trouble("The data are on the PostgreSQL that RAPPORT_POSTGRES_URL names:"
                    + " drop its databases rapport_gateway, rapport_feedback and rapport_metrics there.");
        }
        if (new Running(layout).isRunning()
                || !new OwnProcesses(layout).services().isEmpty()
                || PostgresServer.running(layout.home()).isPresent()) {
            throw new Trouble("Rapport is running: end it with ./rapport down first.");
        }
        if (!sure && !confirmed()) {
            throw new Trouble("Nothing was deleted.");
        }
        delete();
        System.out.println("The data are deleted; ./rapport up begins anew.");
        return 0;
    }

    private boolean confirmed() throws IOException {
        System.out.print("Delete all data in " + layout.home() + "? Type yes: ");
        System.out.flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return "yes".equals(answer == null ? "" : answer.strip());
    }

    /** Data first: were this cut short, the secrets would still open what is left. */
    private void delete() throws IOException {
        Folders.delete(layout.data());
        for (Path file : new Path[] {layout.sample(), layout.keys(), layout.secrets()}) {
            Files.deleteIfExists(file);
        }
    }
}
