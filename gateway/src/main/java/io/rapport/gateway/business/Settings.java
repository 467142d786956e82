package io.rapport.gateway.business;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/**
 * How a business wants its figures made.
 *
 * @param margin the share of revenue that is left after the cost of goods, as a decimal; null where it isn't told
 * @param inactivityDays after how many days without a purchase a customer counts as lost
 * @param aspects what it wants to hear about, beside what every reading tells
 */
record Settings(
        String weekStart,
        String margin,
        int inactivityDays,
        List<Goal> goals,
        JsonNode privacy,
        List<Rate> rates,
        List<OwnAspect> aspects) {

    /** Settings that were stored before there were aspects have none. */
    Settings {
        aspects = aspects == null ? List.of() : aspects;
    }

    static Settings defaults() {
        return new Settings("monday", null, 90, List.of(), JsonNodeFactory.instance.objectNode(), List.of(), List.of());
    }
}
