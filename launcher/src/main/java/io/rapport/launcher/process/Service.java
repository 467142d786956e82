package io.rapport.launcher.process;

import java.util.List;
import java.util.Map;

/** One of the four services as the launcher starts it. */
public record Service(String name, int port, List<String> jvmOptions, Map<String, String> environment) {
    @Override
    public String toString() {
        return name;
    }
}
