package io.rapport.feedback.connection;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.rapport.feedback.connection.Connector.Access;
import io.rapport.feedback.connection.Connector.Payload;
import io.rapport.feedback.connection.outside.Unreachable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tries a connection out: a delivery as its source would make it, through the same checks, and a question where it asks. */
@ApplicationScoped
class TryOut {
    private final Connections connections;
    private final ReceivedDeliveries received;
    private final Clock clock;

    TryOut(Connections connections, ReceivedDeliveries received, Clock clock) {
        this.connections = connections;
        this.received = received;
        this.clock = clock;
    }

    private record Subject(Connector connector, Access access) {}

    private record Finding(boolean ok, String detail) {}

    /** Asking takes its time, and so is between transactions. */
    ConnectionTested run(String business, String id) {
        Subject subject = QuarkusTransaction.requiringNew().call(() -> {
            ConnectionEntity connection = Connections.live(business, id);
            return new Subject(connections.connector(connection), connections.access(connection));
        });
        Finding found = find(subject);
        String delivery = QuarkusTransaction.requiringNew()
                .call(() -> received.tested(business, id, (found.ok ? "It works: " : "") + found.detail));
        return new ConnectionTested(found.ok, found.detail, delivery);
    }

    private Finding find(Subject subject) {
        try {
            Connector connector = subject.connector;
            Access access = subject.access;
            if (connector.secretUse() != Connector.SecretUse.NONE
                    && access.secrets().isEmpty()) {
                return new Finding(false, "The connection has no secret yet: set the source's by a rotation.");
            }
            Instant now = clock.instant();
            Optional<InboundRequest> sample = connector.sample(access, now);
            Finding delivered = sample.map(request -> deliver(connector, access, request, now))
                    .orElse(null);
            if (delivered != null && !delivered.ok || !(connector instanceof Asking asking)) {
                return delivered == null ? new Finding(true, "There is nothing that could be tried.") : delivered;
            }
            String answered = asking.ask(access);
            return new Finding(true, delivered == null ? answered : delivered.detail + "; " + answered);
        } catch (HttpProblem problem) {
            return new Finding(false, problem.getDetail());
        } catch (Unreachable unreachable) {
            return new Finding(false, unreachable.getMessage());
        }
    }

    private static Finding deliver(Connector connector, Access access, InboundRequest request, Instant now) {
        return switch (connector.verify(request, access, now)) {
            case Verdict.Refused(String reason) -> new Finding(false, reason);
            case Verdict.Answered(String text) -> new Finding(true, "the handshake is answered");
            case Verdict.Genuine(String messageId, String topic) -> {
                List<String> would =
                        connector.parse(new Payload(request.body(), topic, null, now), access.options()).stream()
                                .map(Summary::of)
                                .toList();
                yield new Finding(true, Summary.of(would));
            }
        };
    }
}
