package io.rapport.launcher.state;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** What a supervisor tells the other commands about itself. */
public record RunState(long supervisor, Phase phase, int basePort, boolean ownPostgres, List<Entry> processes) {

    public enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    /** One process that the supervisor started; pid 0 while it is between two lives. */
    public record Entry(String name, int port, long pid, int restarts) {}

    @JsonIgnore
    public boolean isReady() {
        return phase == Phase.READY;
    }
}
