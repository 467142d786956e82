package io.rapport.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds and runs the few programs of the system that the launcher needs. */
public final class Commands {
    private Commands() {}

    /** What a short command printed, with its exit code; killed when it takes too long. */
    public record Outcome(int exitCode, String output) {
        public boolean isOk() {
            return exitCode == 0;
        }
    }

    public static Optional<Path> find(String program) {
        String path = System.getenv().getOrDefault("PATH", "") + ":/usr/bin:/bin:/usr/sbin:/sbin";
        return Stream.of(path.split(":"))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts a command in a session of its own, so that a Ctrl-C in the terminal reaches the launcher only, which then
     * ends its processes in their order.
     */
    public static List<String> inOwnSession(List<String> command) {
        List<String> whole = new ArrayList<>();
        Optional<Path> setsid = find("setsid");
        if (setsid.isPresent()) {
            whole.add(setsid.get().toString());
        } else {
            find("perl")
                    .ifPresent(perl -> whole.addAll(
                            List.of(perl.toString(), "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV")));
        }
        whole.addAll(command);
        return whole;
    }

    public static Outcome run(List<String> command, long timeoutSeconds) throws IOException, InterruptedException {
        Path output = Files.createTempFile("rapport-", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
