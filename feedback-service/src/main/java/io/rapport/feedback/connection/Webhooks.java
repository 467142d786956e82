package io.rapport.feedback.connection;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Takes deliveries: checks who they come from, and stores them before they are acknowledged. */
@ApplicationScoped
class Webhooks {
    private final KnownConnections known;
    private final Connections connections;
    private final Arrivals arrivals;
    private final ReceivedDeliveries received;
    private final BadSignatures badSignatures;
    private final MeterRegistry meters;
    private final Clock clock;

    Webhooks(
            KnownConnections known,
            Connections connections,
            Arrivals arrivals,
            ReceivedDeliveries received,
            BadSignatures badSignatures,
            MeterRegistry meters,
            Clock clock) {
        this.known = known;
        this.connections = connections;
        this.arrivals = arrivals;
        this.received = received;
        this.badSignatures = badSignatures;
        this.meters = meters;
        this.clock = clock;
    }

    /** What to answer. */
    sealed interface Reception {
        record Stored(int status) implements Reception {}

        record Answered(String text) implements Reception {}

        record Refused(HttpProblem problem) implements Reception {}
    }

    /** Stores the delivery, answers the handshake, or says what is wrong with it. */
    CompletionStage<Reception> receive(String business, String id, InboundRequest request) {
        ConnectionEntity connection = known.live(business, id);
        Connector connector = connections.connector(connection);
        Connector.Access access = connections.access(connection);
        if (access.secrets().isEmpty() && connector.secretUse() != Connector.SecretUse.NONE) {
            return completedFuture(
                    refuse(business, id, "The connection has no secret yet: set the source's by a rotation."));
        }
        return switch (connector.verify(request, access, clock.instant())) {
            case Verdict.Genuine message -> {
                byte[] body = connector.kept(request.body());
                boolean toFetch = connector instanceof Fetching;
                yield keep(
                        new Arrival(business, id, message, body, toFetch, TraceParent.current()),
                        connector.acknowledgement());
            }
            case Verdict.Answered(String text) -> completedFuture(new Reception.Answered(text));
            case Verdict.Refused(String reason) -> completedFuture(refuse(business, id, reason));
        };
    }

    private CompletionStage<Reception> keep(Arrival arrival, int acknowledgement) {
        return arrivals.keep(arrival).thenApply(kept -> {
            if (!kept) {
                count("duplicate");
            }
            return new Reception.Stored(acknowledgement);
        });
    }

    private Reception refuse(String business, String id, String reason) {
        count("rejected");
        Duration wait = badSignatures.count(id);
        if (wait != null) {
            return new Reception.Refused(Problems.rateLimited(wait));
        }
        QuarkusTransaction.requiringNew().run(() -> received.reject(business, id, reason));
        return new Reception.Refused(Problems.signatureInvalid(reason));
    }

    private void count(String outcome) {
        meters.counter("rapport.feedback.deliveries", "outcome", outcome).increment();
    }
}
