package io.rapport.feedback.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Takes deliveries: checks who they come from, and stores them before they are acknowledged. */
@ApplicationScoped
class Webhooks {
    private final Connections connections;
    private final Deliveries deliveries;
    private final BadSignatures badSignatures;
    private final Event<DeliveryArrived> arrived;
    private final MeterRegistry meters;
    private final Clock clock;

    Webhooks(
            Connections connections,
            Deliveries deliveries,
            BadSignatures badSignatures,
            Event<DeliveryArrived> arrived,
            MeterRegistry meters,
            Clock clock) {
        this.connections = connections;
        this.deliveries = deliveries;
        this.badSignatures = badSignatures;
        this.arrived = arrived;
        this.meters = meters;
        this.clock = clock;
    }

    /** Stores the delivery, or returns the problem with it. Not thrown, so that the note of a rejection is committed. */
    @Transactional
    Optional<HttpProblem> receive(String business, String id, InboundRequest request) {
        ConnectionEntity connection = Connections.live(business, id);
        Verdict verdict =
                connections.connector(connection).verify(request, connections.secret(connection), clock.instant());
        return switch (verdict) {
            case Verdict.Genuine(String messageId) -> {
                keep(business, id, messageId, request.body());
                yield Optional.empty();
            }
            case Verdict.Refused(String reason) -> Optional.of(refuse(business, id, reason));
        };
    }

    private void keep(String business, String id, String messageId, byte[] body) {
        if (deliveries.receive(business, id, messageId, body)) {
            arrived.fire(new DeliveryArrived());
        } else {
            count("duplicate");
        }
    }

    private HttpProblem refuse(String business, String id, String reason) {
        count("rejected");
        Duration wait = badSignatures.count(id);
        if (wait != null) {
            return Problems.rateLimited(wait);
        }
        deliveries.reject(business, id, reason);
        return Problems.signatureInvalid(reason);
    }

    private void count(String outcome) {
        meters.counter("rapport.feedback.deliveries", "outcome", outcome).increment();
    }
}
