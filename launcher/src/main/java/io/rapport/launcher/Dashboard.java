package io.rapport.launcher;

import io.rapport.launcher.secrets.Keys;
import io.rapport.launcher.state.RunState;
import io.rapport.launcher.vitals.Api;
import java.io.IOException;
import java.util.Optional;

/**
 * The one-time link that opens the dashboard of the sample business. It is a key for ten minutes, so it goes to the terminal
 * and never into a log.
 */
final class Dashboard {
    private final Layout layout;

    Dashboard(Layout layout) {
        this.layout = layout;
    }

    /** {@code ./rapport open}: prints a new link. */
    int open() throws IOException, InterruptedException {
        Optional<RunState> state = new Running(layout).state().filter(RunState::isReady);
        if (state.isEmpty()) {
            throw new Trouble("Rapport isn't running: start it with ./rapport up -d first.");
        }
        Keys keys = keys().orElseThrow(
                        () -> new Trouble("There is no business to look at yet: ./rapport sample loads one."));
        System.out.println(link(keys));
        return 0;
    }

    /** After a start, which has succeeded even if there is no link to be had. */
    void show() throws InterruptedException {
        Optional<Keys> keys = keys();
        if (keys.isEmpty()) {
            return;
        }
        try {
            System.out.println("Dashboard   " + link(keys.get())
                    + "\n            opens once, within ten minutes; ./rapport open makes another link");
        } catch (IOException noLink) {
            System.out.println("Dashboard   no link: " + noLink.getMessage() + "; ./rapport open tries again");
        }
    }

    private Optional<Keys> keys() {
        return Keys.read(layout.keys()).filter(Keys::hasBusiness);
    }

    /** Whoever has this machine may let people in, and set up a sign-in of their own. */
    private static String link(Keys keys) throws IOException, InterruptedException {
        try (Api api = new Api(keys.baseUrl(), keys.secretKey())) {
            return api.post("/v1/sessions?role=owner").path("url").asText();
        }
    }
}
