package io.rapport.launcher;

import io.rapport.launcher.ports.Ports;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command with its options and operands. */
record Arguments(String command, Map<String, String> options, List<String> operands) {
    private static final Set<String> FLAGS = Set.of("-d", "--detach", "-f", "--follow", "--yes", "--no-sample");
    private static final String PORT = "--port";

    static Arguments parse(String[] args, Map<String, String> environment) {
        Map<String, String> options = new HashMap<>();
        List<String> operands = new ArrayList<>();
        Optional.ofNullable(environment.get("RAPPORT_PORT"))
                .filter(port -> !port.isBlank())
                .ifPresent(port -> options.put(PORT, port));
        for (int i = 0; i < args.length; i++) {
            String argument = args[i];
            if (argument.equals(PORT) && i + 1 < args.length) {
                i++;
                options.put(PORT, args[i]);
            } else if (argument.startsWith(PORT + "=")) {
                options.put(PORT, argument.substring(PORT.length() + 1));
            } else if (FLAGS.contains(argument)) {
                options.put(argument, "");
            } else if (argument.startsWith("-")) {
                throw new Trouble("There is no option “" + argument + "”; ./rapport help lists them.");
            } else {
                operands.add(argument);
            }
        }
        if (operands.isEmpty()) {
            throw new Trouble("A command is missing; ./rapport help lists them.");
        }
        return new Arguments(operands.remove(0), options, operands);
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Ports ports() {
        return has(PORT) ? Ports.parse(options.get(PORT)) : new Ports(Ports.DEFAULT_BASE);
    }
}
