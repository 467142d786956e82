package io.rapport.launcher.process;

import io.rapport.launcher.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells the Java processes of one home from all others by their own arguments, which nothing else bears: a process id
 * alone may long belong to someone else.
 */
public final class OwnProcesses {
    static final String SERVICE = "-Drapport.service=";
    private final Layout layout;

    public OwnProcesses(Layout layout) {
        this.layout = layout;
    }

    /** Services of this home that run now, whoever started them. */
    public List<ProcessHandle> services() {
        return ProcessHandle.allProcesses()
                .filter(process -> arguments(process).stream().anyMatch(argument -> argument.startsWith(SERVICE)))
                .filter(this::isOfThisHome)
                .toList();
    }

    /** The process with this id, if it is a launcher or service of this home. */
    public Optional<ProcessHandle> find(long pid) {
        return ProcessHandle.of(pid).filter(this::isOfThisHome);
    }

    private boolean isOfThisHome(ProcessHandle process) {
        return isJava(process) && arguments(process).contains(layout.marker());
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter("java"::equals)
                .isPresent();
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }
}
