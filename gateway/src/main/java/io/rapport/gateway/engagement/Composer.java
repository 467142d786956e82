package io.rapport.gateway.engagement;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.token.Scopes;
import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import io.rapport.gateway.engagement.Engagement.Missing;
import io.rapport.gateway.proxy.Part;
import io.rapport.gateway.proxy.PartCall;
import io.rapport.gateway.proxy.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Asks the services side by side and makes one answer of what comes back. What doesn't come back is named in it. */
@ApplicationScoped
class Composer {
    private static final Logger LOG = Logger.getLogger(Composer.class);
    private static final String SILENT = "It does not answer at the moment.";

    private final Parts parts;
    private final Readiness readiness;
    private final TokenIssuer tokens;
    private final EngagementConfig config;
    private final ObjectMapper json;

    Composer(Parts parts, Readiness readiness, TokenIssuer tokens, EngagementConfig config, ObjectMapper json) {
        this.parts = parts;
        this.readiness = readiness;
        this.tokens = tokens;
        this.config = config;
        this.json = json;
    }

    Engagement engagement(String business, String subject, Period period) {
        CompletableFuture<VitalSigns> vitals = vitals(business, subject, period);
        CompletableFuture<Boolean> feedback = readiness.of(Part.FEEDBACK);
        CompletableFuture<Boolean> sentiment = readiness.of(Part.SENTIMENT);
        VitalSigns found = vitals.join();
        List<Missing> missing = new ArrayList<>(found.missing());
        nameIfDown(Part.FEEDBACK, feedback, "feedback that comes in now is counted later", missing);
        nameIfDown(Part.SENTIMENT, sentiment, "figures of sentiment may lag behind", missing);
        return new Engagement(period.from(), period.to(), found.results(), missing, found.asOf());
    }

    private CompletableFuture<VitalSigns> vitals(String business, String subject, Period period) {
        String label = Part.METRICS.label();
        String bearer = tokens.bearer(
                new TokenGrant(subject, Set.of(Scopes.METRICS_READ), Set.of(business), TokenGrant.SERVER));
        String question = VitalSigns.question(config.vitals(), period, json);
        return parts.call(Part.METRICS, new PartCall("POST", "/v1/metrics/query", bearer, question))
                .thenApply(answer -> VitalSigns.read(config.vitals(), answer, label, json))
                .exceptionally(failure -> {
                    LOG.warnf("%s gave no vital signs: %s", label, failure);
                    return VitalSigns.none(label, SILENT);
                });
    }

    private static void nameIfDown(
            Part part, CompletableFuture<Boolean> ready, String consequence, List<Missing> missing) {
        if (!ready.join()) {
            missing.add(new Missing(part.label(), "It does not answer at the moment: " + consequence + "."));
        }
    }
}
