package io.rapport.launcher.ports;

import io.rapport.launcher.Trouble;
import java.util.LinkedHashMap;
import java.util.Map;

/** The five neighbouring ports of one Rapport, counted from the gateway's. */
public record Ports(int base) {
    public static final int DEFAULT_BASE = 8080;
    private static final int LAST = 4;

    public Ports {
        if (base < 1 || base + LAST > 65535) {
            throw new Trouble(
                    "The port must be a number from 1 to " + (65535 - LAST) + ": Rapport uses it and the next four.");
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

    public String baseUrl() {
        return "http://localhost:" + gateway();
    }

    /** Name of the process for each port, in their order. */
    public Map<Integer, String> owners(boolean withPostgres) {
        Map<Integer, String> owners = new LinkedHashMap<>();
        owners.put(gateway(), "gateway");
        owners.put(metrics(), "metrics-service");
        owners.put(feedback(), "feedback-service");
        owners.put(sentiment(), "sentiment-service");
        if (withPostgres) {
            owners.put(postgres(), "PostgreSQL");
        }
        return owners;
    }
}
