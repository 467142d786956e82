package io.rapport.metrics.privacy;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.sql.Transactions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Shows the gateway who a customer is, and what is kept here of them. */
@Path("/internal/v1/persons/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class PersonResource {
    private final PersonExport export;
    private final Transactions transactions;
    private final BusinessScope scope;
    private final Caller caller;

    PersonResource(PersonExport export, Transactions transactions, BusinessScope scope, Caller caller) {
        this.export = export;
        this.transactions = transactions;
        this.scope = scope;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Scopes.CUSTOMERS_READ)
    @Operation(hidden = true)
    public KnownPerson get(@PathParam("id") String id) {
        return transactions.call(connection -> KnownPerson.of(connection, caller.business(), id));
    }

    @GET
    @Path("export")
    @RolesAllowed(Scopes.CUSTOMERS_READ)
    @Operation(hidden = true)
    public StreamingOutput export(@PathParam("id") String id) {
        String business = caller.business();
        return out -> scope.run(Set.of(business), () -> export.write(business, id, out));
    }
}
