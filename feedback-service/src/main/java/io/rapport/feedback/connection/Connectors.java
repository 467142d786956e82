package io.rapport.feedback.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.TreeMap;

/** The kinds of sources that there are. */
@ApplicationScoped
class Connectors {
    private final Map<String, Connector> byType = new TreeMap<>();

    Connectors(@Any Instance<Connector> connectors) {
        connectors.forEach(connector -> byType.put(connector.type(), connector));
    }

    Connector of(String type) {
        return byType.get(type);
    }

    /** The one that a new connection's {@code type} names; throws where it names none. */
    Connector named(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String type = input.requiredOneOf("type", byType.keySet());
        if (type == null) {
            // Only the other members that every type knows; the rest can't be judged without it.
            input.requiredText("name", 200);
            input.text("secret", 500);
            input.any("credentials");
            input.any("mapping");
            input.any("settings");
            input.finish();
        }
        return byType.get(type);
    }
}
