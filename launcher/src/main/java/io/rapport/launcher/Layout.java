package io.rapport.launcher;

import java.nio.file.Path;

/** Where everything is: {@code root} holds the sources and what was built, {@code home} what a running Rapport keeps. */
public record Layout(Path root, Path home) {

    public static Layout fromSystem() {
        Path root = Path.of(System.getProperty("rapport.root", "."))
                .toAbsolutePath()
                .normalize();
        String home = System.getProperty("rapport.home");
        return new Layout(
                root,
                home == null
                        ? root.resolve(".rapport")
                        : Path.of(home).toAbsolutePath().normalize());
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path run() {
        return home.resolve("run");
    }

    public Path apps() {
        return home.resolve("app");
    }

    public Path data() {
        return home.resolve("data");
    }

    public Path secrets() {
        return home.resolve("secrets.json");
    }

    public Path keys() {
        return home.resolve("keys.json");
    }

    public Path sample() {
        return home.resolve("sample.json");
    }

    /** The argument by which a process of this home is recognised. */
    public String marker() {
        return "-Drapport.home=" + home;
    }
}
