package io.rapport.feedback.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.outbox.Onward.Group;
import io.rapport.feedback.outbox.Onward.Reference;
import io.rapport.feedback.outbox.Onward.Target;
import io.rapport.feedback.queue.Answer;
import io.rapport.feedback.queue.Bisection;
import io.rapport.feedback.queue.Outage;
import io.rapport.feedback.queue.ServiceClient;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import io.rapport.frame.trace.WorkSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes events, links of ids and measurements to metrics-service's own API, at least once: there they are counted once by
 * business, source and id. Facts of one connection go together, in its name, so that their provenance says where they came from.
 */
@ApplicationScoped
class OnwardDelivery {
    private static final Logger LOG = Logger.getLogger(OnwardDelivery.class);
    private static final int LONGEST_ROUND_SECONDS = 600;

    private final Outage outage = new Outage(LOG, "metrics-service");
    private final Map<Target, ServiceClient> clients = new EnumMap<>(Target.class);
    private final OnwardQueue queue;
    private final Metrics metrics;
    private final TokenIssuer tokens;
    private final ObjectMapper json;
    private final BusinessScope scope;
    private final Worker worker;

    OnwardDelivery(
            OnwardQueue queue,
            Metrics metrics,
            TokenIssuer tokens,
            ObjectMapper json,
            OutboxConfig config,
            @ConfigProperty(name = "rapport.metrics.url") String url,
            BusinessScope scope,
            MeterRegistry meters) {
        this.queue = queue;
        this.metrics = metrics;
        this.tokens = tokens;
        this.json = json;
        this.scope = scope;
        for (Target target : Target.values()) {
            clients.put(
                    target,
                    new ServiceClient(
                            json, URI.create(url + target.path), config.timeout(), "metrics-service", meters));
        }
        this.worker = new Worker("onward", config.poll(), config.longestPause(), this::round);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void put(@Observes(during = TransactionPhase.AFTER_SUCCESS) Onward.Put put) {
        worker.wake();
    }

    private Pace round() {
        Pace pace = Pace.IDLE;
        for (Group group : queue.waiting()) {
            Pace after = scope.call(Set.of(group.business()), () -> QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_ROUND_SECONDS)
                    .call(() -> deliver(group)));
            if (after == Pace.AWAY) {
                return after;
            }
            pace = after == Pace.MORE ? after : pace;
        }
        return pace;
    }

    private Pace deliver(Group group) {
        Map<Reference, String> claimed = queue.claim(group);
        if (claimed.isEmpty()) {
            return Pace.IDLE;
        }
        List<String> traces = new ArrayList<>(claimed.values());
        return WorkSpan.around("deliver onward", traces, () -> deliver(group, List.copyOf(claimed.keySet())));
    }

    private Pace deliver(Group group, List<Reference> claimed) {
        Map<Reference, String> bodies = queue.bodies(group, claimed);
        Bisection<Reference> bisection = new Bisection<>(batch -> send(group, batch, bodies), this::metricsIsWell);
        List<Reference> there = claimed.stream().filter(bodies::containsKey).toList();
        int most = group.target().mostAtOnce;
        for (int from = 0; from < there.size(); from += most) {
            bisection.run(there.subList(from, Math.min(there.size(), from + most)));
        }
        queue.drop(group, bisection.done());
        queue.drop(
                group, claimed.stream().filter(one -> !bodies.containsKey(one)).toList());
        bisection.blamed().forEach((reference, reason) -> {
            LOG.warnf("A fact of %s is refused by metrics-service: %s", group.connection(), reason);
            queue.blame(group, reference, "metrics-service refuses a fact of it: " + reason);
        });
        queue.drop(group, bisection.blamed().keySet());
        return outage.note(bisection.away(), Pace.MORE);
    }

    private Answer send(Group group, List<Reference> batch, Map<Reference, String> bodies) {
        ArrayNode all = json.createArrayNode();
        batch.forEach(reference -> all.add(tree(bodies.get(reference))));
        JsonNode body = group.target().mostAtOnce == 1 ? all.get(0) : all;
        TokenGrant grant = new TokenGrant(
                "connection:" + group.connection(),
                Set.of(group.target().scope),
                Set.of(group.business()),
                TokenGrant.SERVER);
        return clients.get(group.target()).post(tokens.bearer(grant), body, taken -> new Answer.Taken(Map.of()));
    }

    private boolean metricsIsWell() {
        return metrics.deliver(List.of(), null) instanceof Answer.Taken;
    }

    private JsonNode tree(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
