package io.rapport.launcher;

import io.rapport.launcher.ports.Ports;
import io.rapport.launcher.postgres.DatabaseServer;
import io.rapport.launcher.process.LogFile;
import io.rapport.launcher.sample.SampleStep;
import io.rapport.launcher.secrets.Secrets;
import io.rapport.launcher.state.InstanceLock;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Starts everything and stays with it until it is told to end. */
final class Up {
    /** Set for the background process of {@code up -d}, whose output is the log already. */
    static final String DETACHED = "rapport.detached";

    private final Layout layout;
    private final Arguments arguments;
    private final Optional<DatabaseServer> configured;

    Up(Layout layout, Arguments arguments, Optional<DatabaseServer> configured) {
        this.layout = layout;
        this.arguments = arguments;
        this.configured = configured;
    }

    int run() throws IOException, InterruptedException {
        Ports ports = arguments.ports();
        if (InstanceLock.tryTake(layout.run()).isEmpty()) {
            throw new Trouble(new Running(layout).sentence());
        }
        Console console = console();
        Product product = new Product(layout, ports, configured, console);
        Runtime.getRuntime().addShutdownHook(new Thread(product::stop, "stop"));
        start(product, ports, console);
        new CountDownLatch(1).await();
        return 0;
    }

    private Console console() throws IOException {
        if (Boolean.getBoolean(DETACHED)) {
            return Console.plain();
        }
        new LogFile(layout.log("launcher")).roll();
        return new Console(System.out, layout.log("launcher"));
    }

    private void start(Product product, Ports ports, Console console) throws IOException, InterruptedException {
        long began = System.nanoTime();
        console.say("Starting Rapport, with its data "
                + (configured.isEmpty() ? "in " + layout.data() : "on the PostgreSQL that RAPPORT_POSTGRES_URL names")
                + ".");
        Secrets secrets = product.start();
        console.say("All is ready after " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + " s.");
        new SampleStep(layout, ports.baseUrl(), secrets.adminKey(), console).afterStart(!arguments.has("--no-sample"));
        console.say(Running.addresses(ports, layout));
        product.ready();
        if (!Boolean.getBoolean(DETACHED)) {
            new Dashboard(layout).show();
        }
    }
}
