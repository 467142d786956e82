package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.review.Revisions.Outcome;
import io.rapport.feedback.review.Revisions.Revision;
import io.rapport.frame.json.Text;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores feedback and its deletions by the rules of {@link Revisions}, together with the rows of the queues that scoring and
 * metrics-service are fed from: all of a call is in one transaction, and a second replica that stores the same waits for it.
 */
@ApplicationScoped
public class FeedbackStore {
    private final FeedbackTable table;
    private final FeedbackRows rows;
    private final Event<FeedbackStored> stored;
    private final Businesses businesses;
    private final Clock clock;

    FeedbackStore(
            FeedbackTable table, FeedbackRows rows, Event<FeedbackStored> stored, Businesses businesses, Clock clock) {
        this.table = table;
        this.rows = rows;
        this.stored = stored;
        this.businesses = businesses;
        this.clock = clock;
    }

    /**
     * What came of the given contents.
     *
     * @param accepted how many were news
     * @param known the places of those that were known
     */
    public record Count(int accepted, Set<Integer> known) {
        public int duplicates() {
            return known.size();
        }
    }

    /** What happened to a deletion. */
    public enum Deletion {
        DELETED,
        ALREADY_DELETED,
        OVERTAKEN,
        UNKNOWN
    }

    /** Told of a revision that conflicts with a stored one. */
    @FunctionalInterface
    public interface Conflicts {
        /** @param place of the content among those that were sent; who throws refuses the whole */
        void found(int place, HttpProblem conflict);
    }

    /** Stores all of them, in their order, or none: a revision that conflicts with a stored one refuses the whole. */
    @Transactional
    public Count store(String business, List<FeedbackContent> sent, Provenance by) {
        return store(business, sent, by, (place, conflict) -> {
            throw conflict;
        });
    }

    /** Stores them in their order, but for those of which {@code conflicts} is told. */
    @Transactional
    public Count store(String business, List<FeedbackContent> sent, Provenance by, Conflicts conflicts) {
        List<FeedbackContent> contents = businesses.masksPersonalData(business)
                ? sent.stream().map(PersonalData::masked).toList()
                : sent;
        Map<FeedbackKey, FeedbackContent> firsts = new LinkedHashMap<>();
        contents.forEach(content -> firsts.putIfAbsent(content.key(), content));
        Set<FeedbackKey> inserted = table.insertOrLock(
                business, firsts.values().stream().map(this::firstRow).toList(), by);

        List<StoredRevision> current = new ArrayList<>();
        List<Integer> later = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            FeedbackContent content = contents.get(i);
            if (inserted.contains(content.key()) && firsts.get(content.key()) == content) {
                current.add(new StoredRevision(content.key(), number(content), content.hasText()));
            } else {
                later.add(i);
            }
        }
        int fresh = current.size();
        Count known = arriveLater(business, contents, later, by, current, conflicts);
        announce(business, current);
        return new Count(fresh + known.accepted(), known.known());
    }

    /**
     * Puts a tombstone over the feedback.
     *
     * @param revision the source's own number of the deletion, or null
     * @param expected whether a feedback that is not known is {@link Deletion#UNKNOWN}; otherwise the deletion is kept, for the
     *     creation that it has overtaken on the way
     */
    @Transactional
    public Deletion delete(String business, FeedbackKey key, Integer revision, boolean expected, Provenance by) {
        if (!table.lock(business, key)) {
            if (expected) {
                return Deletion.UNKNOWN;
            }
            int number = revision == null ? 2 : revision;
            ObjectNode row = tombstone(FeedbackContent.emptied(key, FeedbackKinds.REVIEW, clock.instant()), number);
            if (!table.insertOrLock(business, List.of(row), by).isEmpty()) {
                announce(business, List.of(new StoredRevision(key, number, false)));
                return Deletion.DELETED;
            }
        }
        return deleteKnown(business, key, revision, by);
    }

    private Deletion deleteKnown(String business, FeedbackKey key, Integer revision, Provenance by) {
        Revisions revisions = table.revisions(business, Set.of(key)).get(key);
        Revision last = revisions.current();
        FeedbackContent emptied = FeedbackContent.emptied(key, last.kind(), last.occurredAt());
        return switch (revisions.deletionArrives(revision)) {
            case Outcome.Duplicate() -> Deletion.ALREADY_DELETED;
            case Outcome.Conflict(int number) -> throw conflict(key, number);
            case Outcome.Late(int number) -> {
                table.insertHistory(business, tombstone(emptied, number), by);
                yield Deletion.OVERTAKEN;
            }
            case Outcome.Wins(int number) -> {
                table.supersede(business, key, tombstone(emptied, number), by);
                announce(business, List.of(new StoredRevision(key, number, false)));
                yield Deletion.DELETED;
            }
        };
    }

    /** Those whose key is known, or occurs earlier in the batch. */
    private Count arriveLater(
            String business,
            List<FeedbackContent> contents,
            List<Integer> positions,
            Provenance by,
            List<StoredRevision> current,
            Conflicts conflicts) {
        if (positions.isEmpty()) {
            return new Count(0, Set.of());
        }
        Set<FeedbackKey> keys = new LinkedHashSet<>();
        positions.forEach(position -> keys.add(contents.get(position).key()));
        Map<FeedbackKey, Revisions> known = table.revisions(business, keys);
        Set<Integer> duplicates = new HashSet<>();
        int refused = 0;
        for (int position : positions) {
            FeedbackContent content = contents.get(position);
            Revisions revisions = known.get(content.key());
            String hash = ContentHash.of(content);
            switch (revisions.arrives(content.revision(), hash)) {
                case Outcome.Duplicate() -> duplicates.add(position);
                case Outcome.Conflict(int number) -> {
                    conflicts.found(position, conflict(content.key(), number));
                    refused++;
                }
                case Outcome.Late(int number) ->
                    table.insertHistory(business, keep(content, number, hash, revisions), by);
                case Outcome.Wins(int number) -> {
                    table.supersede(business, content.key(), keep(content, number, hash, revisions), by);
                    current.add(new StoredRevision(content.key(), number, content.hasText()));
                }
            }
        }
        return new Count(positions.size() - duplicates.size() - refused, duplicates);
    }

    /** Makes the row of a further revision and adds it to those that are known. */
    private ObjectNode keep(FeedbackContent content, int number, String hash, Revisions revisions) {
        FeedbackContent dated = content.occurredAt() == null
                ? content.occurring(revisions.current().occurredAt())
                : content;
        revisions.add(number, new Revision(false, hash, dated.kind(), dated.occurredAt()));
        return rows.write(dated, number, false, hash);
    }

    private ObjectNode firstRow(FeedbackContent content) {
        FeedbackContent dated = content.occurredAt() == null
                ? content.occurring(clock.instant().truncatedTo(ChronoUnit.MICROS))
                : content;
        return rows.write(dated, number(content), false, ContentHash.of(content));
    }

    private ObjectNode tombstone(FeedbackContent emptied, int number) {
        return rows.write(emptied, number, true, "");
    }

    private void announce(String business, List<StoredRevision> current) {
        if (!current.isEmpty()) {
            table.enqueueFacts(business, current);
            table.enqueueTexts(
                    business, current.stream().filter(StoredRevision::hasText).toList());
            stored.fire(new FeedbackStored());
        }
    }

    private static int number(FeedbackContent content) {
        return content.revision() == null ? 1 : content.revision();
    }

    private static HttpProblem conflict(FeedbackKey key, int revision) {
        return Problems.conflict(
                "Revision " + revision + " of '" + Text.shown(key.id()) + "' is already stored with other content.");
    }
}
