package io.rapport.frame.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts of the body, for the OpenAPI document. */
@Schema(name = "ImportForm")
public record ImportForm(
        @Schema(required = true, format = "binary", description = "CSV or JSON Lines.")
        String file,

        @Schema(
                required = true,
                enumeration = {"events", "customers", "orders", "spend", "feedback"})
        String kind,

        @Schema(
                nullable = true,
                description =
                        "JSON: from each member to the column it stands in, as its name, as {\"column\": …, \"format\": …}"
                                + " for a time in a format such as dd/MM/yyyy HH:mm in the business's time zone, or as"
                                + " {\"value\": …} where it is the same in all rows.",
                examples = "{\"occurredAt\": {\"column\": \"Date\", \"format\": \"dd/MM/yyyy\"}}")
        String mapping) {}
