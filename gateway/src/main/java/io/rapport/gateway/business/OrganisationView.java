package io.rapport.gateway.business;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation as the API shows it. */
@Schema(name = "Organisation")
record OrganisationView(String id, String name, Instant createdAt) {

    static OrganisationView from(Organisation organisation) {
        return new OrganisationView(organisation.id, organisation.name, organisation.createdAt);
    }

    /** A new one, as the API documents it. */
    @Schema(name = "NewOrganisation")
    record Body(
            @Schema(required = true, minLength = 1, maxLength = 200)
            String name) {}

    /** Some of the organisations. */
    @Schema(name = "OrganisationPage")
    record Listed(
            List<OrganisationView> items,

            @Schema(nullable = true, description = "The cursor of the next page; null at the end.")
            String next) {}
}
