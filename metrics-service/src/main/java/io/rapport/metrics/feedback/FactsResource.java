package io.rapport.metrics.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.FieldError;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.problem.Rejections;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import io.rapport.metrics.operation.Intake;
import io.rapport.metrics.privacy.Erasures;
import io.rapport.metrics.privacy.FeedbackPart;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where feedback-service delivers its facts, at least once each. Facts that break a rule are named in the answer, so that
 * the sender can set them aside; the rest is stored in one transaction.
 */
@Path("/internal/v1/facts")
@Produces(MediaType.APPLICATION_JSON)
public class FactsResource {
    private static final int MOST = 500;

    private final FeedbackFactStore store;
    private final Intake intake;
    private final Rejections rejections;
    private final Erasures erasures;
    private final Caller caller;
    private final Clock clock;

    FactsResource(
            FeedbackFactStore store,
            Intake intake,
            Rejections rejections,
            Erasures erasures,
            Caller caller,
            Clock clock) {
        this.erasures = erasures;
        this.store = store;
        this.intake = intake;
        this.rejections = rejections;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @RolesAllowed(Scopes.INTERNAL_FACTS)
    @Operation(hidden = true)
    public Delivered deliver(JsonNode body) {
        JsonInput envelope = JsonInput.object(body);
        Instant now = clock.instant();
        Instant upTo = envelope.instant("upTo", now);
        JsonNode elements = envelope.any("facts");
        envelope.finish();
        List<FeedbackFact> facts = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        if (elements != null && !elements.isEmpty()) {
            sort(JsonInput.many(elements, MOST), now, facts, rejected);
        }
        int accepted = store.store(facts, Optional.ofNullable(upTo));
        count(facts, accepted, rejected.size());
        return new Delivered(accepted, facts.size() - accepted, rejected, erasures.waitingForFeedback());
    }

    private void count(List<FeedbackFact> facts, int accepted, int rejected) {
        intake.count("feedback", accepted, facts.size() - accepted);
        intake.rejected("feedback", rejected);
        Instant now = clock.instant();
        // A text that is read once more, or answered, was counted long ago.
        facts.stream()
                .filter(fact -> fact.readingSeq() <= 1 && fact.answeredAt() == null)
                .forEach(fact -> intake.delay(
                        fact.readingSeq() == 0 ? "said" : "scored", Duration.between(fact.recordedAt(), now)));
    }

    private void sort(List<JsonInput> inputs, Instant now, List<FeedbackFact> facts, List<Rejected> rejected) {
        Set<String> businesses = caller.businesses();
        for (int i = 0; i < inputs.size(); i++) {
            FeedbackFact fact = FeedbackFact.read(inputs.get(i), now);
            Optional<FieldError> error = inputs.get(i).firstError();
            if (error.isPresent()) {
                rejections.count("fact", error.get());
                rejected.add(
                        new Rejected(i, error.get().field() + " " + error.get().detail()));
            } else if (!businesses.contains(fact.businessId())) {
                throw Problems.forbidden("The token does not cover the business of fact " + i + ".");
            } else {
                facts.add(fact);
            }
        }
    }

    /**
     * What became of a delivery.
     *
     * @param erasures of which feedback-service has a part to do; told again until it is done
     */
    public record Delivered(int accepted, int duplicates, List<Rejected> rejected, List<FeedbackPart.Task> erasures) {}

    /** A fact that breaks a rule, by its position in the batch. */
    public record Rejected(int index, String detail) {}
}
