package io.rapport.gateway.proxy;

import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import io.rapport.frame.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls the services on the gateway's own behalf: to tell them settings, to compose an answer, to see if they are ready. */
@ApplicationScoped
public class Parts {
    private static final TokenGrant ASKS = new TokenGrant("gateway", Set.of(), Set.of(), TokenGrant.SERVER);

    private final ServicesConfig services;
    private final TokenIssuer tokens;
    private final HttpClient http;

    Parts(ServicesConfig services, TokenIssuer tokens) {
        this.services = services;
        this.tokens = tokens;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(services.connectTimeout())
                .build();
    }

    /** What the service answers; fails where it doesn't in time. */
    public CompletableFuture<Answer> call(Part part, PartCall call) {
        return send(request(part, call), services.composeTimeout());
    }

    /** What the service answers, while it comes; fails where nothing begins to come in time. */
    public CompletableFuture<InputStream> open(Part part, PartCall call) {
        return http.sendAsync(
                        TraceParent.onward(request(part, call))
                                .timeout(services.timeout())
                                .build(),
                        BodyHandlers.ofInputStream())
                .thenApply(response -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException("It answered with status " + response.statusCode());
                    }
                    return response.body();
                });
    }

    /** Whether the service says that it is ready to work. */
    public CompletableFuture<Boolean> ready(Part part) {
        PartCall question = new PartCall("GET", "/internal/v1/ready", tokens.bearer(ASKS), null);
        return send(request(part, question), services.probeTimeout())
                .thenApply(Answer::successful)
                .exceptionally(failure -> false);
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request, Duration timeout) {
        // The request's own time-out ends when the headers are there; the other one covers the body too.
        return http.sendAsync(TraceParent.onward(request).timeout(timeout).build(), BodyHandlers.ofString())
                .thenApply(Answer::from)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private HttpRequest.Builder request(Part part, PartCall call) {
        URI base = services.url(part);
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(call.path()))
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()))
                .header("Accept", "application/json");
        if (call.bearer() != null) {
            request.header("Authorization", call.bearer());
        }
        return call.body() == null ? request : request.header("Content-Type", "application/json");
    }

    /** A service's answer. */
    public record Answer(int status, String body) {
        static Answer from(HttpResponse<String> response) {
            return new Answer(response.statusCode(), response.body());
        }

        public boolean successful() {
            return status >= 200 && status < 300;
        }
    }
}
