package io.rapport.feedback.connection;

import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.concurrent.CompletionStage;
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

    private static final String TRACK = """
            {"type": "track", "messageId": "m-1", "userId": "c1", "event": "Order Completed",
             "timestamp": "2026-03-01T10:00:00Z", "properties": {"order_id": "o-1", "total": 12.5, "currency": "EUR"}}""";

    /** Where the gateway puts what the source sent as Authorization, which is the gateway's own on the way here. */
    private static final String AUTHORIZATION = "X-Webhook-Authorization";

    private final Webhooks webhooks;
    private final BusinessScope scope;

    WebhookResource(Webhooks webhooks, BusinessScope scope) {
        this.webhooks = webhooks;
        this.scope = scope;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @RolesAllowed(Scopes.WEBHOOKS_RECEIVE)
    @Operation(
            operationId = "receiveWebhook",
            summary = "Deliver to a connection",
            description =
                    "Signed over the raw bytes, in the way of the connection's type. In that of `standard-webhooks`"
                            + " the payload is a feedback object or `type` (`review.created`, `review.updated`, `review.deleted`) with"
                            + " `data`; a deletion needs only `source` and `id`. Whatever comes is stored before it is acknowledged,"
                            + " with 202 or, to sources that know nothing else, 200, and processed afterwards.")
    @Parameter(
            name = "webhook-id",
            in = ParameterIn.HEADER,
            description = "Standard Webhooks: the same for each try to deliver a message.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 255))
    @Parameter(
            name = "webhook-timestamp",
            in = ParameterIn.HEADER,
            description = "Standard Webhooks: seconds since 1970; at most five minutes from now.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "webhook-signature",
            in = ParameterIn.HEADER,
            description =
                    "Standard Webhooks: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several with blanks between.",
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
    @APIResponse(
            responseCode = "200",
            description = "Stored durably; for sources that know no other status.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Accepted.class),
                            examples = @ExampleObject(name = "stored", value = "{\"success\": true}")))
    @APIResponse(responseCode = "202", description = "Stored durably; its outcome is in the connection's deliveries.")
    public CompletionStage<Response> receive(
            @Parameter(description = "The connection's id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop")
                    @PathParam("connectionId")
                    String id,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            byte[] body) {
        return answer(id, "POST", "", headers, uri, body);
    }

    @POST
    @Path("/{tail: .+}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @RolesAllowed(Scopes.WEBHOOKS_RECEIVE)
    @Operation(
            operationId = "receiveCall",
            summary = "Call a connection as the source's own API",
            description = "For sources whose libraries add a path to an address, such as Segment's, which call"
                    + " `/v1/track`, `/v1/identify`, `/v1/page` or `/v1/batch` under it, with the connection's secret for a"
                    + " write key (basic authentication). Stored before it is acknowledged, like any delivery.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "track", value = TRACK)))
    @APIResponse(responseCode = "401", description = "The write key is not the connection's secret.")
    @APIResponse(responseCode = "429", description = "Too many wrong keys of this connection.")
    @APIResponse(
            responseCode = "200",
            description = "Stored durably.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Accepted.class),
                            examples = @ExampleObject(name = "stored", value = "{\"success\": true}")))
    public CompletionStage<Response> call(
            @Parameter(description = "The connection's id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop")
                    @PathParam("connectionId")
                    String id,
            @Parameter(description = "What the source's library adds.", example = "v1/track") @PathParam("tail")
                    String tail,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            byte[] body) {
        return answer(id, "POST", tail, headers, uri, body);
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Blocking
    @RolesAllowed(Scopes.WEBHOOKS_RECEIVE)
    @Operation(
            operationId = "confirmWebhook",
            summary = "Answer a source's check of the address",
            description =
                    "Before they deliver, some sources ask whether the address is ours: Facebook and Instagram with"
                            + " `hub.challenge`, which is sent back, Mailchimp with a plain request. Nothing is stored.")
    @APIResponse(responseCode = "401", description = "It doesn't prove to be from whom the connection is with.")
    @APIResponse(
            responseCode = "200",
            description = "What the source wants to hear.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "challenge", value = "1158201444")))
    public CompletionStage<Response> confirm(
            @Parameter(description = "The connection's id.", example = "cn_abcdefghijklmnop_abcdefghijklmnop")
                    @PathParam("connectionId")
                    String id,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        return answer(id, "GET", "", headers, uri, null);
    }

    private CompletionStage<Response> answer(
            String id, String method, String tail, HttpHeaders headers, UriInfo uri, byte[] body) {
        if (!Connections.isId(id)) {
            throw Problems.notFound("The connection");
        }
        String business = Connections.businessOf(id);
        InboundRequest request = new InboundRequest(
                method,
                tail,
                uri.getQueryParameters()::getFirst,
                name -> headers.getHeaderString(name.equalsIgnoreCase("Authorization") ? AUTHORIZATION : name),
                body == null ? new byte[0] : body);
        return scope.call(Set.of(business), () -> webhooks.receive(business, id, request))
                .thenApply(WebhookResource::answer);
    }

    private static Response answer(Webhooks.Reception reception) {
        return switch (reception) {
            case Webhooks.Reception.Stored(int status)
            when status == 200 ->
                Response.ok(new Accepted(true), MediaType.APPLICATION_JSON).build();
            case Webhooks.Reception.Stored(int status) ->
                Response.status(status).build();
            case Webhooks.Reception.Answered(String text) ->
                Response.ok(text, MediaType.TEXT_PLAIN).build();
            case Webhooks.Reception.Refused(var problem) -> throw problem;
        };
    }

    @Schema(name = "WebhookAccepted")
    record Accepted(boolean success) {}
}
