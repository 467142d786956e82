package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What somebody asks a connection to be, read and checked by the rules of its connector. */
record ConnectionChange(String name, String secret, Map<String, String> credentials, String mapping, String settings) {
    private static final int LONGEST_CREDENTIAL = 4_000;

    /** A new connection, all of it. */
    static ConnectionChange whole(JsonInput input, JsonNode body, Connector connector) {
        String name = input.requiredText("name", 200);
        String secret = secret(input, connector);
        Map<String, String> credentials = credentials(input, connector);
        for (String required : connector.requiredCredentials()) {
            if (credentials.get(required) == null) {
                input.refuse("credentials." + required, "is required");
            }
        }
        connector.check(input);
        input.finish();
        return new ConnectionChange(name, secret, credentials, member(body, "mapping"), member(body, "settings"));
    }

    /** Those parts of a connection that are given. */
    static ConnectionChange part(JsonInput input, JsonNode body, Connector connector) {
        String name = input.has("name") ? input.requiredText("name", 200) : null;
        Map<String, String> credentials = credentials(input, connector);
        for (String required : connector.requiredCredentials()) {
            if (credentials.containsKey(required) && credentials.get(required) == null) {
                input.refuse("credentials." + required, "is required");
            }
        }
        if (input.has("settings") || input.has("mapping")) {
            connector.check(input);
        } else {
            input.any("settings");
            input.any("mapping");
        }
        input.finish();
        return new ConnectionChange(name, null, credentials, member(body, "mapping"), member(body, "settings"));
    }

    static String secret(JsonInput input, Connector connector) {
        String given = input.text("secret", 500);
        if (given != null) {
            String rule = connector.secretUse() == Connector.SecretUse.NONE
                    ? "is not used by connections of this type"
                    : connector.secretRule(given);
            if (rule != null) {
                input.refuse("secret", rule);
            }
        }
        return given;
    }

    private static Map<String, String> credentials(JsonInput input, Connector connector) {
        Map<String, String> credentials = new LinkedHashMap<>();
        JsonInput given = input.child("credentials");
        if (given != null) {
            Set<String> names = connector.credentials();
            JsonNode all = input.any("credentials");
            for (String name : names) {
                String value = given.text(name, LONGEST_CREDENTIAL);
                if (all.has(name)) {
                    credentials.put(name, value);
                }
            }
        }
        return credentials;
    }

    private static String member(JsonNode body, String name) {
        return body.hasNonNull(name) ? body.get(name).toString() : null;
    }
}
