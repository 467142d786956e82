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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The businesses that this service knows, with their settings. */
@ApplicationScoped
public class Businesses {
    private static final int DEFAULT_INACTIVITY_DAYS = 90;
    private static final int MOST_MONTHS = 1_200;

    private final ObjectMapper json;
    private final Clock clock;
    private final Event<SettingsChanged> changes;
    private final Event<MoneySettingsChanged> money;
    private final Event<SettingsStored> all;

    Businesses(
            ObjectMapper json,
            Clock clock,
            Event<SettingsChanged> changes,
            Event<MoneySettingsChanged> money,
            Event<SettingsStored> all) {
        this.json = json;
        this.clock = clock;
        this.changes = changes;
        this.money = money;
        this.all = all;
    }

    /** The business, or a 404 problem where its settings have never arrived. */
    @Transactional
    public Business get(String id) {
        BusinessSettings known = BusinessSettings.findById(id);
        if (known == null) {
            throw Problems.notFound("The business");
        }
        return parse(id, known.settings, known.keptFrom);
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
        Business before = known.settings == null ? null : parse(id, known.settings, known.keptFrom);
        Business now = parse(id, settings.toString(), known.keptFrom);
        if (before == null || !Objects.equals(before.keepEventsMonths(), now.keepEventsMonths())) {
            known.keepSince = clock.instant();
        }
        known.version = version;
        known.settings = settings.toString();
        known.receivedAt = clock.instant();
        known.persist();
        if (before != null && !before.derivesLike(now)) {
            changes.fire(new SettingsChanged(id));
        }
        if (before != null && !before.valuesLike(now)) {
            money.fire(new MoneySettingsChanged(id));
        }
        all.fire(new SettingsStored(now));
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

    /** What is no number of months was refused when the settings were made. */
    private static Integer months(JsonNode months) {
        return months.isInt() && months.intValue() >= 1 && months.intValue() <= MOST_MONTHS ? months.intValue() : null;
    }

    /** What is no rate was refused when the settings were made. */
    private static Rates rates(Currency own, JsonNode rates) {
        List<Rates.Rate> read = new ArrayList<>();
        rates.forEach(rate -> read.add(new Rates.Rate(
                rate.path("currency").asText(),
                new BigDecimal(rate.path("rate").asText()),
                LocalDate.parse(rate.path("from").asText()))));
        return new Rates(own, read);
    }

    private static BigDecimal margin(JsonNode margin) {
        return margin.isMissingNode() || margin.isNull() ? null : new BigDecimal(margin.asText());
    }

    private Business parse(String id, String settings, LocalDate keptFrom) {
        try {
            JsonNode node = json.readTree(settings);
            Currency currency = Currency.getInstance(node.path("currency").asText());
            return new Business(
                    id,
                    ZoneId.of(node.path("timeZone").asText()),
                    currency,
                    DayOfWeek.valueOf(node.path("weekStart").asText("monday").toUpperCase(Locale.ROOT)),
                    node.path("inactivityDays").asInt(DEFAULT_INACTIVITY_DAYS),
                    goals(node.path("goals")),
                    networks(node.at("/privacy/internalNetworks")),
                    months(node.at("/privacy/keepEventsMonths")),
                    keptFrom,
                    rates(currency, node.path("rates")),
                    margin(node.path("margin")));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Stored settings are not JSON", impossible);
        }
    }
}
