package io.rapport.gateway.business;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A business as the API shows it. */
@Schema(name = "Business")
record BusinessView(
        String id,
        @Schema(nullable = true) String organisationId,
        String name,
        String timeZone,
        String currency,
        String weekStart,
        @Schema(nullable = true) String margin,
        int inactivityDays,
        List<Goal> goals,
        @Schema(implementation = Map.class) JsonNode privacy,
        List<Rate> rates,
        List<OwnAspect> aspects,
        int version,
        Instant createdAt,
        Instant updatedAt,

        @Schema(description = "Services that have yet to be told of the last change.")
        List<String> pending) {

    static BusinessView from(Business business, Settings settings, List<String> pending) {
        return new BusinessView(
                business.businessId,
                business.organisationId,
                business.name,
                business.timeZone,
                business.currency,
                settings.weekStart(),
                settings.margin(),
                settings.inactivityDays(),
                settings.goals(),
                settings.privacy(),
                settings.rates(),
                settings.aspects(),
                business.version,
                business.createdAt,
                business.updatedAt,
                pending);
    }
}
