package io.rapport.gateway.business;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;

/** What a client sets of a business; null is what it doesn't set. */
record BusinessInput(String name, String timeZone, String currency, String organisationId, SettingsInput settings) {
    private static final int LONGEST_NAME = 200;

    static BusinessInput forNew(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        BusinessInput read = new BusinessInput(
                input.requiredText("name", LONGEST_NAME),
                zone(input, input.requiredText("timeZone", 60)),
                currency(input, input.requiredText("currency", 10)),
                input.text("organisationId", 40),
                SettingsInput.read(input, body));
        read.settings.refuseRatesIn(read.currency, input);
        input.finish();
        return read;
    }

    /** @param currency the business's own, in which its rates are expressed */
    static BusinessInput forChange(JsonNode body, String currency) {
        JsonInput input = JsonInput.object(body);
        for (String field : new String[] {"name", "timeZone", "currency"}) {
            if (body.has(field) && body.get(field).isNull()) {
                input.refuse(field, "must not be null");
            }
        }
        BusinessInput read = new BusinessInput(
                input.has("name") ? input.requiredText("name", LONGEST_NAME) : null,
                zone(input, input.text("timeZone", 60)),
                currency(input, input.text("currency", 10)),
                null,
                SettingsInput.read(input, body));
        read.settings.refuseRatesIn(currency, input);
        input.finish();
        return read;
    }

    private static String zone(JsonInput input, String zone) {
        return zone == null || Zones.isKnown(zone)
                ? zone
                : input.refuse("timeZone", "must be an IANA time zone such as Europe/Dublin");
    }

    private static String currency(JsonInput input, String currency) {
        return currency == null || Currencies.isKnown(currency)
                ? currency
                : input.refuse("currency", "must be an ISO 4217 code such as EUR");
    }
}
