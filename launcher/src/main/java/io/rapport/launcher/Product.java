package io.rapport.launcher;

import io.rapport.frame.database.Provisioning;
import io.rapport.launcher.ports.PortCheck;
import io.rapport.launcher.ports.Ports;
import io.rapport.launcher.postgres.DatabaseServer;
import io.rapport.launcher.postgres.PostgresServer;
import io.rapport.launcher.process.AppFolder;
import io.rapport.launcher.process.Service;
import io.rapport.launcher.process.ServiceStarter;
import io.rapport.launcher.process.Services;
import io.rapport.launcher.process.Termination;
import io.rapport.launcher.secrets.Secrets;
import io.rapport.launcher.secrets.SecretsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Everything that runs: brings it up in its order, and down in the opposite one. */
final class Product {
    static final String POSTGRES = "postgres";

    private final Layout layout;
    private final Ports ports;
    private final Optional<DatabaseServer> configured;
    private final Console console;
    private final Supervision supervision;

    Product(Layout layout, Ports ports, Optional<DatabaseServer> configured, Console console) {
        this.layout = layout;
        this.ports = ports;
        this.configured = configured;
        this.console = console;
        this.supervision = new Supervision(layout, ports, configured.isEmpty(), console);
    }

    /** Returns when everything is ready; the sentiment service is begun first, as its models take longest to load. */
    Secrets start() throws IOException, InterruptedException {
        supervision.begin();
        check();
        Secrets secrets = secrets();
        Services services = new Services(ports, secrets);
        refreshApps();
        Service sentiment = services.sentiment();
        launch(sentiment);
        DatabaseServer server = startDatabase(secrets);
        List<Service> others = List.of(services.metrics(server), services.feedback(server), services.gateway(server));
        for (Service service : others) {
            launch(service);
        }
        supervision.awaitReady(Services.NAMES);
        return secrets;
    }

    private void check() throws IOException, InterruptedException {
        Disk.requireRoom(layout.home(), !Files.exists(layout.secrets()));
        if (new LeftOvers(layout).stop()) {
            console.say("Ended what an earlier Rapport had left running.");
        }
        PortCheck.requireFree(ports.owners(configured.isEmpty()));
    }

    private Secrets secrets() throws IOException {
        SecretsFile file = new SecretsFile(layout.secrets());
        if (!file.exists() && Files.exists(layout.data().resolve("postgres"))) {
            throw new Trouble(layout.secrets() + " is missing, and the data in " + layout.data()
                    + " don't open without it: put it back, or delete the data with ./rapport reset.");
        }
        return file.readOrCreate(Services.DATABASES);
    }

    private void refreshApps() throws IOException {
        LauncherCopies.deleteOld(layout.apps());
        for (String service : Services.NAMES) {
            new AppFolder(layout.root(), layout.apps(), service).refresh();
        }
    }

    private void launch(Service service) throws IOException {
        AppFolder app = new AppFolder(layout.root(), layout.apps(), service.name());
        supervision.launch(
                service.name(),
                service.port(),
                new ServiceStarter(layout, service, app.jar()),
                Termination::end,
                () -> supervision.health().isReady(service.port()));
    }

    private DatabaseServer startDatabase(Secrets secrets) throws IOException, InterruptedException {
        DatabaseServer server = configured.isPresent() ? configured.get() : startPostgres(secrets);
        provision(server, secrets);
        return server;
    }

    private DatabaseServer startPostgres(Secrets secrets) throws IOException, InterruptedException {
        PostgresServer postgres = PostgresServer.prepare(layout.home(), ports.postgres(), secrets.postgresPassword());
        supervision.launch(
                POSTGRES,
                ports.postgres(),
                () -> postgres.start(layout.log(POSTGRES)),
                PostgresServer::stop,
                postgres::isReady);
        supervision.awaitReady(List.of(POSTGRES));
        return postgres.asDatabase();
    }

    private void provision(DatabaseServer server, Secrets secrets) {
        Provisioning provisioning = new Provisioning(server.jdbcUrl(), server.user(), server.password());
        try {
            for (var database : secrets.databases().entrySet()) {
                provisioning.provision(
                        database.getKey(),
                        database.getValue().owner(),
                        database.getValue().app());
            }
        } catch (SQLException refused) {
            throw new Trouble("PostgreSQL couldn't make Rapport's databases: " + refused.getMessage(), refused);
        }
    }

    void ready() {
        supervision.ready();
    }

    void stop() {
        supervision.stop();
    }
}
