package io.rapport.frame.http;

import io.quarkus.security.Authenticated;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code GET /internal/v1/ready}: tells another service what the management port tells the cluster. */
@Path("/internal/v1/ready")
public class ReadyResource {
    private final SmallRyeHealthReporter health;

    ReadyResource(SmallRyeHealthReporter health) {
        this.health = health;
    }

    @GET
    @Authenticated
    @Operation(hidden = true)
    public Uni<Response> ready() {
        return health.getReadinessAsync()
                .map(ready -> Response.status(ready.isDown() ? 503 : 204).build());
    }
}
