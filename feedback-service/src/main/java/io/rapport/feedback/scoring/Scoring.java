package io.rapport.feedback.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.queue.Bisection;
import io.rapport.feedback.queue.Outage;
import io.rapport.feedback.review.FeedbackStored;
import io.rapport.feedback.sql.Ids;
import io.rapport.feedback.sql.WorkerSession;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import io.rapport.frame.trace.WorkSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Has the texts of the current revisions read by the sentiment service. A batch is claimed by locking its tasks, so that a
 * second replica takes others, and a claim ends with the process that holds it; reading, fact and the end of the task are
 * one commit.
 */
@ApplicationScoped
class Scoring {
    private static final Logger LOG = Logger.getLogger(Scoring.class);
    private static final int LONGEST_ROUND_SECONDS = 1_200;

    /** The order in which batches of feedback lock their rows, too: that of the bytes. */
    private static final Comparator<Document> LOCK_ORDER = Comparator.comparing(Document::business)
            .thenComparing(document -> bytes(document.key().source()), Arrays::compareUnsigned)
            .thenComparing(document -> bytes(document.key().id()), Arrays::compareUnsigned);

    private final Outage outage = new Outage(LOG, "sentiment-service");
    private final ScoringQueue queue;
    private final Sentiment sentiment;
    private final ScoringConfig config;
    private final BusinessScope scope;
    private final WorkerSession session;
    private final OldReadings readings;
    private final OwnAspects aspects;
    private final Event<TextsRead> read;
    private final Counter rescored;
    private final Worker worker;

    Scoring(
            ScoringQueue queue,
            Sentiment sentiment,
            ScoringConfig config,
            BusinessScope scope,
            WorkerSession session,
            OldReadings readings,
            OwnAspects aspects,
            Event<TextsRead> read,
            MeterRegistry meters) {
        this.queue = queue;
        this.sentiment = sentiment;
        this.config = config;
        this.scope = scope;
        this.session = session;
        this.readings = readings;
        this.aspects = aspects;
        this.read = read;
        this.rescored = meters.counter("rapport.feedback.rescored");
        this.worker = new Worker("scoring", config.poll(), config.longestPause(), this::round);
    }

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) FeedbackStored stored) {
        worker.wake();
    }

    private Pace round() {
        Set<String> businesses = queue.businessesWaiting(config.batch());
        if (businesses.isEmpty()) {
            return Pace.IDLE;
        }
        return scope.call(businesses, () -> QuarkusTransaction.requiringNew()
                .timeout(LONGEST_ROUND_SECONDS)
                .call(() -> score(businesses)));
    }

    private Pace score(Set<String> businesses) {
        session.mark();
        List<Document> claimed = queue.claim(businesses, config.batch());
        if (claimed.isEmpty()) {
            return Pace.IDLE;
        }
        queue.drop(claimed.stream().filter(document -> document.text() == null).toList());
        Map<String, JsonNode> wanted = aspects.of(businesses);
        List<Document> batch = first(claimed, wanted);
        List<String> traces = batch.stream().map(Document::traceParent).toList();
        return WorkSpan.around("score texts", traces, () -> read(batch, wanted));
    }

    private Pace read(List<Document> texts, Map<String, JsonNode> wanted) {
        Map<Document, JsonNode> found = new HashMap<>();
        Bisection<Document> bisection = new Bisection<Document>(
                        batch -> sentiment.read(batch, wanted, found::put), sentiment::isWell)
                .run(texts);
        Map<Boolean, List<Document>> done = bisection.done().stream()
                .collect(Collectors.partitioningBy(document -> deservesAnotherTry(document, found.get(document))));
        queue.again(done.get(true));
        if (!done.get(false).isEmpty()) {
            store(done.get(false), found);
            end(done.get(false), wanted);
            read.fire(new TextsRead());
        }
        bisection.blamed().forEach(this::park);
        return outage.note(bisection.away(), Pace.MORE);
    }

    /** A text for which there was no time is asked once more, behind the others: it may have been the machine's load. */
    private static boolean deservesAnotherTry(Document document, JsonNode reading) {
        return !document.again() && reading.path("reason").asText().equals("timeout");
    }

    private void store(List<Document> done, Map<Document, JsonNode> found) {
        done.stream()
                .sorted(LOCK_ORDER)
                .filter(document -> queue.store(document, found.get(document)) && document.again())
                .forEach(document -> rescored.increment());
        readings.note(done.stream()
                .map(document -> new OldReadings.Made(
                        document.business(), found.get(document).path("model").textValue()))
                .toList());
    }

    /** A text whose business has come to want other aspects meanwhile is read again. */
    private void end(List<Document> done, Map<String, JsonNode> wanted) {
        Map<String, JsonNode> now =
                aspects.settled(done.stream().map(Document::business).toList());
        Map<Boolean, List<Document>> stale = done.stream()
                .collect(Collectors.partitioningBy(
                        document -> !Objects.equals(wanted.get(document.business()), now.get(document.business()))));
        queue.again(stale.get(true));
        queue.drop(stale.get(false));
    }

    /** As many as fit into one request, and one in any case. */
    private List<Document> first(List<Document> claimed, Map<String, JsonNode> wanted) {
        List<Document> batch = new ArrayList<>();
        int characters = 0;
        for (Document document : claimed) {
            if (document.text() == null) {
                continue;
            }
            characters += document.text().length() + length(wanted.get(document.business()));
            if (!batch.isEmpty() && characters > config.characters()) {
                break;
            }
            batch.add(document);
        }
        return batch;
    }

    private static int length(JsonNode wanted) {
        return wanted == null ? 0 : wanted.toString().length();
    }

    private void park(Document document, String reason) {
        LOG.warnf("A text of %s can't be read and is parked: %s", document.business(), reason);
        queue.park(document, Ids.random("pa_"), reason);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
