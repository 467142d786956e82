package io.rapport.launcher;

import io.rapport.launcher.process.LogTail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Prints the ends of the logs, and goes on with what is added when asked to. */
final class Logs {
    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 20;
    private static final int LOOK_EVERY_MILLIS = 300;
    private final Layout layout;

    Logs(Layout layout) {
        this.layout = layout;
    }

    int run(Arguments arguments) throws IOException, InterruptedException {
        List<String> names = arguments.operands().isEmpty()
                ? all()
                : List.of(existing(arguments.operands().get(0)));
        if (names.isEmpty()) {
            throw new Trouble("There are no logs yet: ./rapport up writes them.");
        }
        boolean single = names.size() == 1;
        Map<String, LogTail> tails = new LinkedHashMap<>();
        for (String name : names) {
            LogTail tail = new LogTail(layout.log(name));
            tails.put(name, tail);
            print(name, single, tail.last(single ? LINES_OF_ONE : LINES_OF_EACH));
        }
        if (arguments.has("-f") || arguments.has("--follow")) {
            follow(tails, single);
        }
        return 0;
    }

    private void follow(Map<String, LogTail> tails, boolean single) throws IOException, InterruptedException {
        while (!System.out.checkError()) {
            for (var tail : tails.entrySet()) {
                print(tail.getKey(), single, tail.getValue().next());
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static void print(String name, boolean single, List<String> lines) {
        String prefix = single ? "" : name + " | ";
        lines.forEach(line -> System.out.println(prefix + line));
    }

    private String existing(String name) throws IOException {
        List<String> all = all();
        String service = name + "-service";
        if (all.contains(name) || !all.contains(service)) {
            if (!all.contains(name)) {
                throw new Trouble("There is no log of “" + name + "”; there are: " + String.join(", ", all) + ".");
            }
            return name;
        }
        return service;
    }

    private List<String> all() throws IOException {
        if (!Files.isDirectory(layout.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(layout.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }
}
