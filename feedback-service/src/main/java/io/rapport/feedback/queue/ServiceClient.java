package io.rapport.feedback.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rapport.frame.trace.TraceParent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Posts JSON to another service and tells by the status what is to blame where it is not taken. */
public final class ServiceClient {
    private static final int MOST_SHOWN = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ObjectMapper json;
    private final URI address;
    private final String service;
    private final MeterRegistry meters;
    private final Duration timeout;

    /** @param service the name of whom it calls, for the figures */
    public ServiceClient(ObjectMapper json, URI address, Duration timeout, String service, MeterRegistry meters) {
        this.json = json;
        this.service = service;
        this.meters = meters;
        this.address = address;
        this.timeout = timeout;
    }

    /** @param taken what to make of the body of a 200 or 202 */
    public Answer post(String bearer, JsonNode body, Function<JsonNode, Answer> taken) {
        return post(address, bearer, body, taken);
    }

    /** The same for another address of the service. */
    public Answer post(URI to, String bearer, JsonNode body, Function<JsonNode, Answer> taken) {
        return timed(() -> call(to, bearer, body, taken));
    }

    private Answer timed(Supplier<Answer> calling) {
        Timer.Sample began = Timer.start(meters);
        Answer answer = calling.get();
        String outcome = answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        began.stop(meters.timer("rapport.feedback.calls", "service", service, "outcome", outcome));
        return answer;
    }

    private Answer call(URI to, String bearer, JsonNode body, Function<JsonNode, Answer> taken) {
        HttpRequest request = TraceParent.onward(HttpRequest.newBuilder(to))
                .timeout(timeout)
                .header("Authorization", bearer)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return switch (response.statusCode()) {
                case 200, 202 -> taken.apply(json.readTree(response.body()));
                case 400, 409, 413, 422 -> new Answer.Refused(reason(response));
                case 500 -> new Answer.Suspect(reason(response));
                default -> new Answer.Away(reason(response));
            };
        } catch (JsonProcessingException unreadable) {
            return new Answer.Suspect("The answer is not JSON.");
        } catch (HttpTimeoutException slow) {
            return slow instanceof HttpConnectTimeoutException
                    ? new Answer.Away("No connection in time.")
                    : new Answer.Suspect("No answer within " + timeout.toSeconds() + " s.");
        } catch (ConnectException refused) {
            return new Answer.Away("No connection.");
        } catch (IOException broken) {
            // A connection that breaks off may be a process that died of what it was sent.
            return new Answer.Suspect("The connection broke off.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.Away("Stopped.");
        }
    }

    /** The problem's own words where there are some. */
    private String reason(HttpResponse<String> response) {
        String detail = "";
        try {
            detail = json.readTree(response.body()).path("detail").asText("");
        } catch (JsonProcessingException noProblem) {
            // The status has to do.
        }
        String reason = "Status " + response.statusCode() + (detail.isEmpty() ? "" : ": " + detail);
        return reason.length() > MOST_SHOWN ? reason.substring(0, MOST_SHOWN) : reason;
    }
}
