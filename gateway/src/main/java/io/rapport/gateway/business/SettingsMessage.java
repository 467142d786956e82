package io.rapport.gateway.business;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A business's settings as the services are told them: always whole, the highest version counts. */
record SettingsMessage(
        int version,
        String name,
        String timeZone,
        String currency,
        String weekStart,
        String margin,
        int inactivityDays,
        List<Goal> goals,
        JsonNode privacy,
        List<Rate> rates,
        List<OwnAspect> aspects) {

    static SettingsMessage from(Business business, Settings settings) {
        return new SettingsMessage(
                business.version,
                business.name,
                business.timeZone,
                business.currency,
                settings.weekStart(),
                settings.margin(),
                settings.inactivityDays(),
                settings.goals(),
                settings.privacy(),
                settings.rates(),
                settings.aspects());
    }
}
