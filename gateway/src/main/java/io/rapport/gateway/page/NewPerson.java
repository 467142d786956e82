package io.rapport.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.gateway.access.person.EmailAddress;
import io.rapport.gateway.access.person.PersonRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to be invited. */
record NewPerson(EmailAddress email, String name, PersonRole role, String businessId, String organisationId) {

    static NewPerson read(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        EmailAddress email = Emails.required(input, "email");
        String name = input.text("name", 100);
        String role = input.oneOf("role", PersonRole.LABELS);
        String business = input.text("businessId", 40);
        String organisation = input.text("organisationId", 40);
        input.finish();
        return new NewPerson(
                email, name, role == null ? PersonRole.READER : PersonRole.ofLabel(role), business, organisation);
    }

    /** As the API documents it. */
    @Schema(name = "NewPerson")
    record Body(
            @Schema(required = true, maxLength = EmailAddress.LONGEST, examples = "ann@crumb.example")
            String email,

            @Schema(maxLength = 100, nullable = true) String name,
            @Schema(defaultValue = "reader") PersonRole role,

            @Schema(
                    description = "Whose figures they may see, where it isn't the caller's own business.",
                    nullable = true)
            String businessId,

            @Schema(description = "In place of a business, for administration.", nullable = true)
            String organisationId) {}
}
