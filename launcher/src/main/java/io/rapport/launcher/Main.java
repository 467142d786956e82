package io.rapport.launcher;

import io.rapport.launcher.postgres.DatabaseServer;
import java.io.IOException;
import java.util.Optional;

/** What {@code ./rapport} runs: one command, one exit code, and one sentence when something is wrong. */
public final class Main {
    private static final int INTERRUPTED = 130;

    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    private static int run(String[] args) {
        try {
            return dispatch(Arguments.parse(args, System.getenv()), Layout.fromSystem());
        } catch (Trouble trouble) {
            return fail(trouble.getMessage());
        } catch (InterruptedException stopped) {
            return INTERRUPTED;
        } catch (IOException failed) {
            return fail(explain(failed));
        }
    }

    private static int dispatch(Arguments arguments, Layout layout) throws IOException, InterruptedException {
        Optional<DatabaseServer> configured = DatabaseServer.configured(System.getenv());
        return switch (arguments.command()) {
            case "up" ->
                arguments.has("-d") || arguments.has("--detach")
                        ? new UpDetached(layout, arguments).run()
                        : new Up(layout, arguments, configured).run();
            case "down" -> new Down(layout).run();
            case "status" -> new Status(layout).run();
            case "logs" -> new Logs(layout).run(arguments);
            case "open" -> new Dashboard(layout).open();
            case "sample" -> new SampleCommand(layout).run();
            case "reset" -> new Reset(layout, configured.isPresent()).run(arguments.has("--yes"));
            default ->
                throw new Trouble("There is no command “" + arguments.command() + "”; ./rapport help lists them.");
        };
    }

    static String explain(IOException failed) {
        if (Trouble.isFullDisk(failed.getMessage())) {
            return Trouble.fullDisk(Layout.fromSystem().home()).getMessage();
        }
        return "Something couldn't be read or written: " + failed.getMessage();
    }

    private static int fail(String sentence) {
        System.err.println(sentence);
        return 1;
    }
}
