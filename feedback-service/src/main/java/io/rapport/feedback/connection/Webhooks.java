package io.rapport.feedback.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

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

    /** What to answer. */
    sealed interface Reception {
        record Stored(int status) implements Reception {}

        record Answered(String text) implements Reception {}

        /** Not thrown, so that the note of a rejection is committed. */
        record Refused(HttpProblem problem) implements Reception {}
    }

    /** Stores the delivery, answers the handshake, or says what is wrong with it. */
    @Transactional
    Reception receive(String business, String id, InboundRequest request) {
        ConnectionEntity connection = Connections.live(business, id);
        Connector connector = connections.connector(connection);
        Connector.Access access = connections.access(connection);
        if (access.secrets().isEmpty() && connector.secretUse() != Connector.SecretUse.NONE) {
            return new Reception.Refused(
                    refuse(business, id, "The connection has no secret yet: set the source's by a rotation."));
        }
        return switch (connector.verify(request, access, clock.instant())) {
            case Verdict.Genuine message -> {
                keep(business, id, message, connector.kept(request.body()), connector instanceof Fetching);
                yield new Reception.Stored(connector.acknowledgement());
            }
            case Verdict.Answered(String text) -> new Reception.Answered(text);
            case Verdict.Refused(String reason) -> new Reception.Refused(refuse(business, id, reason));
        };
    }

    private void keep(String business, String id, Verdict.Genuine message, byte[] body, boolean toFetch) {
        if (deliveries.receive(business, id, message, body, toFetch)) {
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
