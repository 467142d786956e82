package io.rapport.launcher;

import io.rapport.launcher.ports.Ports;
import io.rapport.launcher.process.Services;
import io.rapport.launcher.sample.SampleStep;
import io.rapport.launcher.secrets.SecretsFile;
import io.rapport.launcher.state.RunState;
import java.io.IOException;

/** Loads the sample business into the running product if it isn't there. */
final class SampleCommand {
    private final Layout layout;

    SampleCommand(Layout layout) {
        this.layout = layout;
    }

    int run() throws IOException, InterruptedException {
        RunState state = new Running(layout)
                .state()
                .filter(RunState::isReady)
                .orElseThrow(() -> new Trouble("Rapport isn't running: start it with ./rapport up -d first."));
        String adminKey = new SecretsFile(layout.secrets())
                .readOrCreate(Services.DATABASES)
                .adminKey();
        new SampleStep(layout, new Ports(state.basePort()).baseUrl(), adminKey, Console.plain()).onDemand();
        return 0;
    }
}
