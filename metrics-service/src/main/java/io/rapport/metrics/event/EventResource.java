package io.rapport.metrics.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.operation.Intake;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events in: what customers do. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts", description = "What customers do, and who they are.")
public class EventResource {
    /** So many elements (or an event's members) are read on the event loop, without a thread of their own. */
    private static final int READ_AT_ONCE = 20;

    private final EventQueue queue;
    private final InternalTraffic internalTraffic;
    private final KeptEvents kept;
    private final Intake intake;
    private final BrowserRequests browsers;
    private final Caller caller;
    private final ManagedExecutor workers;
    private final Clock clock;

    EventResource(
            EventQueue queue,
            InternalTraffic internalTraffic,
            KeptEvents kept,
            Intake intake,
            BrowserRequests browsers,
            Caller caller,
            ManagedExecutor workers,
            Clock clock) {
        this.queue = queue;
        this.internalTraffic = internalTraffic;
        this.kept = kept;
        this.intake = intake;
        this.browsers = browsers;
        this.caller = caller;
        this.workers = workers;
        this.clock = clock;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, CloudEvents.ONE, CloudEvents.BATCH})
    @RolesAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "recordEvents",
            summary = "Record events",
            description =
                    "One event, or an array of up to 1,000. They are stored whole or not at all, before the answer is"
                            + " sent, and counted once by source and id, whenever and however often they arrive."
                            + " CloudEvents 1.0 are taken too, one (structured, or binary with ce-* headers) or a batch:"
                            + " id, source and type are an event's, time is its occurredAt, data holds its other members, and"
                            + " the envelope's other attributes are kept in properties.cloudEvent.\n\n"
                            + "A page that can set no header, as with `sendBeacon`, puts its publishable key into the"
                            + " address, `/v1/events?key=pk_…`, and may send the JSON as `text/plain`. With a publishable key"
                            + " what is missing is taken from the request: the User-Agent, the language, and a visitor id that"
                            + " holds for a day. Events of days of which the business keeps none (`privacy.keepEventsMonths`)"
                            + " are refused. Where the browser sends `DNT: 1` or `Sec-GPC: 1` with such a key, nothing is"
                            + " kept: 202 with `accepted` 0.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(oneOf = {EventInput.class, EventInput[].class}),
                        examples = @ExampleObject(name = "A page view", value = EventInput.EXAMPLE)),
                @Content(
                        mediaType = CloudEvents.ONE,
                        schema = @Schema(implementation = CloudEventInput.class),
                        examples = @ExampleObject(name = "A page view", value = CloudEventInput.EXAMPLE)),
                @Content(
                        mediaType = CloudEvents.BATCH,
                        schema = @Schema(implementation = CloudEventInput[].class),
                        examples =
                                @ExampleObject(name = "Of one page view", value = "[" + CloudEventInput.EXAMPLE + "]"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Stored, and counted.",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    @NonBlocking
    public CompletionStage<Response> record(JsonNode body, @Context HttpHeaders headers) {
        // What a browser leaves out is looked up, as is whose an address is; a big batch takes its time to be read.
        boolean takesTime =
                caller.fromBrowser() || body != null && (body.size() > READ_AT_ONCE || body.findValue("ip") != null);
        return takesTime ? apart(() -> store(body, headers)) : store(body, headers);
    }

    /** Off the event loop, as the same caller. */
    private CompletionStage<Response> apart(Supplier<CompletionStage<Response>> work) {
        return workers.supplyAsync(work).thenCompose(Function.identity());
    }

    private CompletionStage<Response> store(JsonNode body, HttpHeaders headers) {
        RequestContext request = browsers.context(headers);
        List<Event> events = read(body, headers, request);
        events.stream()
                .map(Event::type)
                .filter(EventTypes::serverOnly)
                .findFirst()
                .ifPresent(type -> caller.requireServer("Events of type " + type));
        if (request.objects()) {
            return CompletableFuture.completedStage(answer(0, 0));
        }
        Instant now = clock.instant();
        boolean inArray = body != null && body.isArray();
        Supplier<CompletionStage<Response>> answer = () -> {
            kept.check(caller.business(), events, now, inArray);
            return store(events);
        };
        return kept.takesTime(caller.business(), events, now) ? apart(answer) : answer.get();
    }

    private CompletionStage<Response> store(List<Event> events) {
        Provenance provenance = new Provenance(caller.subject(), caller.origin());
        return queue.store(caller.business(), events, provenance).thenApply(stored -> {
            intake.count("event", stored.accepted(), stored.duplicates());
            return answer(stored.accepted(), stored.duplicates());
        });
    }

    private static Response answer(int accepted, int duplicates) {
        return Response.accepted(new Recorded(accepted, duplicates)).build();
    }

    private List<Event> read(JsonNode body, HttpHeaders headers, RequestContext request) {
        String address = request.fromBrowser() ? headers.getHeaderString("X-Forwarded-For") : null;
        EventReader reader = new EventReader(clock.instant(), request, internalTraffic.of(caller.business(), address));
        CloudEvents cloudEvents = new CloudEvents(reader);
        if (CloudEvents.inHeaders(headers)) {
            return cloudEvents.binary(headers, body);
        }
        if (CloudEvents.isBatch(headers.getMediaType())) {
            return cloudEvents.batch(body);
        }
        return CloudEvents.isOne(headers.getMediaType()) ? cloudEvents.one(body) : reader.read(body);
    }

    /** How many facts were new, and how many had been stored before. */
    @Schema(name = "Recorded")
    public record Recorded(int accepted, int duplicates) {}
}
