package io.rapport.gateway.business;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Settings as they are stored. */
@ApplicationScoped
class SettingsJson {
    private final ObjectMapper json;

    SettingsJson(ObjectMapper json) {
        this.json = json;
    }

    Settings read(String stored) {
        try {
            return json.readValue(stored, Settings.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Stored settings can't be read", broken);
        }
    }

    String write(Settings settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
