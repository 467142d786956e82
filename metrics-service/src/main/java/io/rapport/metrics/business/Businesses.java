package io.rapport.metrics.business;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** The businesses that this service knows, with their settings. */
@ApplicationScoped
public class Businesses {
    private static final int DEFAULT_INACTIVITY_DAYS = 90;

    private final ObjectMapper json;
    private final Clock clock;

    Businesses(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** The business, or a 404 problem where its settings have never arrived. */
    @Transactional
    public Business get(String id) {
        BusinessSettings known = BusinessSettings.findById(id);
        if (known == null) {
            throw Problems.notFound("The business");
        }
        return parse(id, known.settings);
    }

    /** Keeps the settings unless a newer version is already here. */
    @Transactional
    void put(String id, long version, JsonNode settings) {
        BusinessSettings known = BusinessSettings.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            known = new BusinessSettings();
            known.businessId = id;
        } else if (known.version > version) {
            return;
        }
        known.version = version;
        known.settings = settings.toString();
        known.receivedAt = clock.instant();
        known.persist();
    }

    private Business parse(String id, String settings) {
        try {
            JsonNode node = json.readTree(settings);
            return new Business(
                    id,
                    ZoneId.of(node.path("timeZone").asText()),
                    Currency.getInstance(node.path("currency").asText()),
                    DayOfWeek.valueOf(node.path("weekStart").asText("monday").toUpperCase(Locale.ROOT)),
                    node.path("inactivityDays").asInt(DEFAULT_INACTIVITY_DAYS));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored settings are not JSON", impossible);
        }
    }
}
