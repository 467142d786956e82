package io.rapport.launcher;

import io.rapport.launcher.postgres.PostgresServer;
import io.rapport.launcher.process.OwnProcesses;
import io.rapport.launcher.process.Termination;
import java.io.IOException;
import java.util.List;

/** What runs on after a supervisor was killed: its services and its PostgreSQL. */
final class LeftOvers {
    private final Layout layout;

    LeftOvers(Layout layout) {
        this.layout = layout;
    }

    /** Ends them, the services before their database; tells whether there were any. */
    boolean stop() throws IOException, InterruptedException {
        List<ProcessHandle> services = new OwnProcesses(layout).services();
        services.forEach(ProcessHandle::destroy);
        for (ProcessHandle service : services) {
            Termination.end(service);
        }
        boolean wasPostgres = PostgresServer.stopLeftOver(layout.home());
        return wasPostgres || !services.isEmpty();
    }
}
