package io.rapport.feedback.connection;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where outside sources post to. There is no key: the signature is the key, and the address names the business. */
@Path("/v1/webhooks/{connectionId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connections", description = "A business's links to outside sources, and what they deliver.")
class WebhookResource {
    private static final String EXAMPLE = """
            {"type": "review.created", "data": {"id": "r-1", "source": "acme-reviews", "kind": "review",
             "text": "Lovely bread.", "rating": {"value": 5, "scale": 5}, "occurredAt": "2026-03-01T10:00:00Z"}}""";

    private final Webhooks webhooks;
    private final BusinessScope scope;

    WebhookResource(Webhooks webhooks, BusinessScope scope) {
        this.webhooks = webhooks;
        this.scope = scope;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Scopes.WEBHOOKS_RECEIVE)
    @Operation(
            operationId = "receiveWebhook",
            summary = "Deliver to a connection",
            description = "Signed by Standard Webhooks over the raw bytes. The payload is a feedback object or `type`"
                    + " (`review.created`, `review.updated`, `review.deleted`) with `data`; a deletion needs only `source` and"
                    + " `id`. It is stored before it is acknowledged, and processed afterwards.")
    @Parameter(
            name = "webhook-id",
            in = ParameterIn.HEADER,
            required = true,
            description = "The same for each try to deliver a message.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
    @Parameter(
            name = "webhook-timestamp",
            in = ParameterIn.HEADER,
            required = true,
            description = "Seconds since 1970; at most five minutes from now.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "webhook-signature",
            in = ParameterIn.HEADER,
            required = true,
            description = "`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several with blanks between.",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "created", value = EXAMPLE)))
    @APIResponse(responseCode = "401", description = "No signature fits, or the time is too far from now.")
    @APIResponse(responseCode = "429", description = "Too many bad signatures of this connection.")
    @APIResponse(responseCode = "202", description = "Stored durably; its outcome is in the connection's deliveries.")
    public Response receive(
            @Parameter(description = "The connection's id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop")
                    @PathParam("connectionId")
                    String id,
            @Context HttpHeaders headers,
            byte[] body) {
        if (!Connections.isId(id)) {
            throw Problems.notFound("The connection");
        }
        String business = Connections.businessOf(id);
        InboundRequest request = new InboundRequest(headers::getHeaderString, body == null ? new byte[0] : body);
        scope.call(Set.of(business), () -> webhooks.receive(business, id, request))
                .ifPresent(problem -> {
                    throw problem;
                });
        return Response.accepted().build();
    }
}
