package io.rapport.launcher.postgres;

import io.rapport.launcher.Trouble;
import io.rapport.launcher.process.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody. */
final class UserNamespace {
    private static final String ADVICE =
            ": start Rapport as an ordinary user, or set RAPPORT_POSTGRES_URL to a server of yours.";

    private UserNamespace() {}

    /** What to put before a command of PostgreSQL: nothing for an ordinary user. */
    static List<String> prefix() throws IOException, InterruptedException {
        return "root".equals(System.getProperty("user.name")) ? unshare() : List.of();
    }

    private static List<String> unshare() throws IOException, InterruptedException {
        Optional<Path> unshare = Commands.find("unshare");
        if (unshare.isEmpty()) {
            throw new Trouble("PostgreSQL doesn't run as root, and the program “unshare” is missing here" + ADVICE);
        }
        List<String> prefix = List.of(unshare.get().toString(), "-U");
        if (!Commands.run(List.of(prefix.get(0), "-U", "true"), 10).isOk()) {
            throw new Trouble("PostgreSQL doesn't run as root, and this system doesn't allow “unshare -U”" + ADVICE);
        }
        return prefix;
    }
}
