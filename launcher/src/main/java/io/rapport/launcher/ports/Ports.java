package io.rapport.launcher.ports;

import io.rapport.launcher.Trouble;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The five neighbouring ports of one Rapport, counted from the gateway's, and a thousand above them those at which the four
 * services tell of their health and figures.
 */
public record Ports(int base) {
    public static final int DEFAULT_BASE = 8080;
    private static final int LAST = 4;
    private static final int TO_MANAGEMENT = 1000;
    private static final int HIGHEST = 65535 - TO_MANAGEMENT - LAST;

    public Ports {
        if (base < 1 || base > HIGHEST) {
            throw new Trouble("The port must be a number from 1 to " + HIGHEST
                    + ": Rapport uses it and the next four, and those a thousand above.");
        }
    }

    public static Ports parse(String text) {
        try {
            return new Ports(Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            throw new Trouble("“" + text + "” is not a port number.", notANumber);
        }
    }

    public int gateway() {
        return base;
    }

    public int metrics() {
        return base + 1;
    }

    public int feedback() {
        return base + 2;
    }

    public int sentiment() {
        return base + 3;
    }

    public int postgres() {
        return base + LAST;
    }

    /** Where the service that listens at this port tells of its health. */
    public static int management(int port) {
        return port + TO_MANAGEMENT;
    }

    public String baseUrl() {
        return "http://localhost:" + gateway();
    }

    /** Name of the process for each port, in their order. */
    public Map<Integer, String> owners(boolean withPostgres) {
        Map<Integer, String> owners = new LinkedHashMap<>();
        own(owners, gateway(), "gateway");
        own(owners, metrics(), "metrics-service");
        own(owners, feedback(), "feedback-service");
        own(owners, sentiment(), "sentiment-service");
        if (withPostgres) {
            owners.put(postgres(), "PostgreSQL");
        }
        return owners;
    }

    private static void own(Map<Integer, String> owners, int port, String service) {
        owners.put(port, service);
        owners.put(management(port), service);
    }
}
