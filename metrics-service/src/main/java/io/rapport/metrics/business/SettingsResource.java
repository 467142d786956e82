package io.rapport.metrics.business;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where the gateway sends a business's settings whenever they change. */
@Path("/internal/v1/businesses/{id}/settings")
public class SettingsResource {
    private static final List<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Businesses businesses;
    private final Caller caller;

    SettingsResource(Businesses businesses, Caller caller) {
        this.businesses = businesses;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Scopes.INTERNAL_SETTINGS)
    @Operation(hidden = true)
    public void put(@PathParam("id") String id, JsonNode body) {
        if (!caller.business().equals(id)) {
            throw Problems.forbidden("The token is bound to another business.");
        }
        JsonInput input = JsonInput.object(body);
        Integer version = input.requiredInteger("version", 1, Integer.MAX_VALUE);
        checkZone(input);
        checkCurrency(input);
        input.oneOf("weekStart", WEEKDAYS);
        input.integer("inactivityDays", 1, 3_650);
        // What other services or later definitions read is kept as it came.
        body.fieldNames().forEachRemaining(input::any);
        input.finish();
        businesses.put(id, version, body);
    }

    private static void checkZone(JsonInput input) {
        String zone = input.requiredText("timeZone", 60);
        try {
            ZoneId.of(zone == null ? "UTC" : zone);
        } catch (DateTimeException unknown) {
            input.refuse("timeZone", "must be an IANA time zone such as Europe/Dublin");
        }
    }

    private static void checkCurrency(JsonInput input) {
        String currency = input.requiredText("currency", 3);
        if (currency != null
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            input.refuse("currency", "must be an ISO 4217 code such as EUR");
        }
    }
}
