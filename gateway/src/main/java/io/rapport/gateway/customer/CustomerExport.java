package io.rapport.gateway.customer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is kept of a customer, as it is documented; it is written while it comes. */
@Schema(name = "CustomerExport", description = "All that is kept of a customer, by the services that keep it.")
record CustomerExport(
        @Schema(description = "The id that was asked for.", examples = "c1")
        String customerId,

        Instant exportedAt,
        List<Part> parts,

        @Schema(description = "Services that don't answer, so that what they keep is not in here.")
        List<Missing> missing) {

    /** What one service keeps. */
    @Schema(name = "CustomerExportPart", description = "What one service keeps.")
    record Part(
            @Schema(examples = "feedback-service") String service,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    additionalProperties = Schema.True.class,
                    description =
                            "Lists of rows by what they are, such as `events`, `identityLink`, `visit`, `feedback`,"
                                    + " `revisions`, `replies`, `notes`, `deliveries` (raw, as sources sent them) and `rejectedRows`.")
            JsonNode data) {}

    /** A service that doesn't answer. */
    @Schema(name = "CustomerExportMissing", description = "A service that does not answer.")
    record Missing(
            @Schema(examples = "feedback-service") String part,

            @Schema(examples = "It does not answer at the moment.")
            String reason) {}
}
