package io.rapport.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory that a process and its children hold, in kilobytes; what they share is counted once where the system tells. */
public final class Memory {
    private Memory() {}

    public static OptionalLong ofTree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(Memory::held)
                .filter(kilobytes -> kilobytes > 0)
                .reduce(Long::sum);
    }

    /** The same of the process alone. */
    public static OptionalLong ofOne(ProcessHandle process) {
        long kilobytes = held(process);
        return kilobytes > 0 ? OptionalLong.of(kilobytes) : OptionalLong.empty();
    }

    private static long held(ProcessHandle process) {
        long shared = fromProc(process, "smaps_rollup", "Pss:");
        return shared > 0 ? shared : resident(process);
    }

    private static long resident(ProcessHandle process) {
        long kilobytes = fromProc(process, "status", "VmRSS:");
        return kilobytes > 0 ? kilobytes : fromPs(process);
    }

    private static long fromProc(ProcessHandle process, String file, String label) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid(), file))) {
            return lines.filter(line -> line.startsWith(label))
                    .mapToLong(line -> number(line.substring(label.length())))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException notHere) {
            return 0;
        }
    }

    private static long fromPs(ProcessHandle process) {
        try {
            List<String> command = List.of("/bin/ps", "-o", "rss=", "-p", Long.toString(process.pid()));
            Commands.Outcome outcome = Commands.run(command, 5);
            return outcome.isOk() ? number(outcome.output()) : 0;
        } catch (IOException noPs) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static long number(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
