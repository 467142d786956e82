package io.rapport.launcher.process;

import io.rapport.launcher.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a service as a Java process of its own. */
public final class ServiceStarter implements Supervised.Starter {
    private final Layout layout;
    private final Service service;
    private final Path jar;

    public ServiceStarter(Layout layout, Service service, Path jar) {
        this.layout = layout;
        this.service = service;
        this.jar = jar;
    }

    @Override
    public Process start() throws IOException {
        ProcessBuilder builder = builder(Commands.inOwnSession(command()), new LogFile(layout.log(service.name())));
        builder.directory(jar.getParent().toFile());
        builder.environment().putAll(service.environment());
        return builder.start();
    }

    /** A child without the launcher's input, with its output in its log, and without the database server's password. */
    public static ProcessBuilder builder(List<String> command, LogFile log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.redirect());
        builder.environment().keySet().removeIf(name -> name.startsWith("RAPPORT_POSTGRES_"));
        return builder;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                layout.marker(),
                OwnProcesses.SERVICE + service.name()));
        command.addAll(service.jvmOptions());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }
}
