package io.rapport.gateway.business;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.rapport.frame.http.Network;
import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The settings that a client sends: those it leaves out stay as they are, null brings the default back. */
record SettingsInput(Set<String> sent, Settings values) {
    private static final int LARGEST_PRIVACY = 20_000;
    private static final int MOST_MONTHS = 1_200;
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    static SettingsInput read(JsonInput input, JsonNode body) {
        Set<String> sent = new HashSet<>();
        body.fieldNames().forEachRemaining(sent::add);
        Settings defaults = Settings.defaults();
        Settings values = new Settings(
                Objects.requireNonNullElse(input.oneOf("weekStart", DAYS), defaults.weekStart()),
                margin(input),
                Objects.requireNonNullElse(input.integer("inactivityDays", 1, 3650), defaults.inactivityDays()),
                goals(input),
                Objects.requireNonNullElse(privacy(input), defaults.privacy()),
                rates(input),
                OwnAspectsInput.read(input));
        return new SettingsInput(sent, values);
    }

    Settings over(Settings current) {
        return new Settings(
                sent.contains("weekStart") ? values.weekStart() : current.weekStart(),
                sent.contains("margin") ? values.margin() : current.margin(),
                sent.contains("inactivityDays") ? values.inactivityDays() : current.inactivityDays(),
                sent.contains("goals") ? values.goals() : current.goals(),
                sent.contains("privacy") ? values.privacy() : current.privacy(),
                sent.contains("rates") ? values.rates() : current.rates(),
                sent.contains("aspects") ? values.aspects() : current.aspects());
    }

    void refuseRatesIn(String own, JsonInput input) {
        if (values.rates().stream()
                .anyMatch(rate -> rate.currency() != null && rate.currency().equals(own))) {
            input.refuse("rates", "must be of other currencies than the business's own");
        }
    }

    /** Bounded as text too: all settings together must fit into one message to each service. */
    private static JsonNode privacy(JsonInput input) {
        JsonNode privacy = input.free("privacy", 200);
        JsonNode networks = privacy == null ? MissingNode.getInstance() : privacy.path("internalNetworks");
        boolean bad = !networks.isMissingNode() && !networks.isNull() && !networks.isArray()
                || networks.valueStream()
                        .anyMatch(network -> !network.isTextual()
                                || Network.parse(network.textValue()).isEmpty());
        if (bad) {
            return input.refuse(
                    "privacy.internalNetworks", "must be a list of addresses or networks such as 192.0.2.0/24");
        }
        JsonNode months = privacy == null ? MissingNode.getInstance() : privacy.path("keepEventsMonths");
        boolean noMonths = !months.isMissingNode()
                && !months.isNull()
                && !(months.isInt() && months.intValue() >= 1 && months.intValue() <= MOST_MONTHS);
        if (noMonths) {
            return input.refuse(
                    "privacy.keepEventsMonths", "must be a whole number from 1 to " + MOST_MONTHS + ", or null");
        }
        JsonNode masks = privacy == null ? MissingNode.getInstance() : privacy.path("maskPersonalData");
        if (!masks.isMissingNode() && !masks.isNull() && !masks.isBoolean()) {
            return input.refuse("privacy.maskPersonalData", "must be true or false");
        }
        return privacy == null || privacy.toString().length() <= LARGEST_PRIVACY
                ? privacy
                : input.refuse("privacy", "must have at most " + LARGEST_PRIVACY + " characters in all");
    }

    private static String margin(JsonInput input) {
        BigDecimal margin = input.decimal("margin");
        if (margin == null) {
            return null;
        }
        return margin.signum() >= 0 && margin.compareTo(BigDecimal.ONE) <= 0
                ? margin.toPlainString()
                : input.refuse("margin", "must lie between 0 and 1");
    }

    private static List<Goal> goals(JsonInput input) {
        List<Goal> goals =
                input.children("goals", 50).stream().map(SettingsInput::goal).toList();
        if (goals.stream().map(Goal::id).distinct().count() < goals.size()) {
            input.refuse("goals", "must have different ids");
        }
        return goals;
    }

    private static Goal goal(JsonInput input) {
        String id = input.requiredText("id", 64);
        if (id != null && !id.matches("[a-z0-9_-]+")) {
            input.refuse("id", "must consist of a-z, 0-9, _ and -");
        }
        return new Goal(id, input.requiredText("eventType", 100));
    }

    private static List<Rate> rates(JsonInput input) {
        List<Rate> rates =
                input.children("rates", 500).stream().map(SettingsInput::rate).toList();
        long different = rates.stream()
                .map(rate -> rate.currency() + rate.from())
                .distinct()
                .count();
        if (different < rates.size()) {
            input.refuse("rates", "must not hold two rates of one currency from the same day");
        }
        return rates;
    }

    private static Rate rate(JsonInput input) {
        String currency = input.requiredText("currency", 10);
        if (currency != null && !Currencies.isKnown(currency)) {
            input.refuse("currency", "must be an ISO 4217 code such as EUR");
        }
        BigDecimal rate = input.requiredDecimal("rate");
        if (rate != null && rate.signum() <= 0) {
            input.refuse("rate", "must be greater than 0");
        }
        return new Rate(currency, rate == null ? null : rate.toPlainString(), from(input));
    }

    private static LocalDate from(JsonInput input) {
        LocalDate from = input.date("from");
        return from == null && !input.has("from") ? input.refuse("from", "is required") : from;
    }
}
