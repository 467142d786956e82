package io.rapport.metrics.business;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.http.Network;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** The businesses that this service knows, with their settings. */
@ApplicationScoped
public class Businesses {
    private static final int DEFAULT_INACTIVITY_DAYS = 90;

    private final ObjectMapper json;
    private final Clock clock;
    private final Event<SettingsChanged> changes;

    Businesses(ObjectMapper json, Clock clock, Event<SettingsChanged> changes) {
        this.json = json;
        this.clock = clock;
        this.changes = changes;
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
        boolean derivesOtherwise =
                known.settings != null && !parse(id, known.settings).derivesLike(parse(id, settings.toString()));
        known.version = version;
        known.settings = settings.toString();
        known.receivedAt = clock.instant();
        known.persist();
        if (derivesOtherwise) {
            changes.fire(new SettingsChanged(id));
        }
    }

    private static List<Goal> goals(JsonNode goals) {
        List<Goal> read = new ArrayList<>();
        goals.forEach(goal -> read.add(
                new Goal(goal.path("id").asText(), goal.path("eventType").asText())));
        return read;
    }

    /** What is no network was refused when the settings were made. */
    private static List<Network> networks(JsonNode networks) {
        return networks.valueStream()
                .flatMap(network -> Network.parse(network.asText()).stream())
                .toList();
    }

    private Business parse(String id, String settings) {
        try {
            JsonNode node = json.readTree(settings);
            return new Business(
                    id,
                    ZoneId.of(node.path("timeZone").asText()),
                    Currency.getInstance(node.path("currency").asText()),
                    DayOfWeek.valueOf(node.path("weekStart").asText("monday").toUpperCase(Locale.ROOT)),
                    node.path("inactivityDays").asInt(DEFAULT_INACTIVITY_DAYS),
                    goals(node.path("goals")),
                    networks(node.at("/privacy/internalNetworks")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored settings are not JSON", impossible);
        }
    }
}
