package io.rapport.feedback.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows the gateway what is kept here of a person, whose ids metrics-service has told it. */
@Path("/internal/v1/persons/export")
@Produces(MediaType.APPLICATION_JSON)
class PersonResource {
    private final PersonExport export;
    private final Caller caller;

    PersonResource(PersonExport export, Caller caller) {
        this.export = export;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Scopes.CUSTOMERS_READ)
    @Operation(hidden = true)
    public StreamingOutput export(JsonNode body) {
        String business = caller.business();
        JsonInput.object(body);
        PersonOrder order = PersonOrder.read(body);
        return out -> export.write(business, order, out);
    }
}
