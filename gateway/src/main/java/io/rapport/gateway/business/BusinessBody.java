package io.rapport.gateway.business;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new business, as the API documents it. */
@Schema(name = "NewBusiness")
record BusinessBody(
        @Schema(required = true, minLength = 1, maxLength = 200)
        String name,

        @Schema(required = true, description = "An IANA time zone.", examples = "Europe/Dublin")
        String timeZone,

        @Schema(required = true, description = "ISO 4217. Can't be changed later.", examples = "EUR")
        String currency,

        @Schema(description = "The organisation that owns it.", nullable = true)
        String organisationId,

        @Schema(
                enumeration = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
                defaultValue = "monday")
        String weekStart,

        @Schema(description = "Gross margin from 0 to 1, a decimal.", examples = "0.6", nullable = true)
        String margin,

        @Schema(minimum = "1", maximum = "3650", defaultValue = "90")
        Integer inactivityDays,

        @Schema(maxItems = 50) List<Goal> goals,

        @Schema(description = PrivacyRules.DESCRIPTION) Map<String, Object> privacy,

        @Schema(maxItems = 500) List<Rate> rates,

        @Schema(
                maxItems = 50,
                description = "What you want to hear about, beside what every reading tells. After a change the newest"
                        + " 10,000 texts are read again, behind new ones.")
        List<OwnAspect> aspects) {}
