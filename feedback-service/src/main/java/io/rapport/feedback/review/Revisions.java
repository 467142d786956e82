package io.rapport.feedback.review;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The known revisions of one feedback, and what a further arrival makes of them.
 *
 * <ul>
 *   <li>The highest revision wins, in whatever order they come; the others are history.
 *   <li>A source that numbers its revisions is believed: a number above the current one wins, a lower one is history, the same
 *       one again with the same content is a duplicate and with other content a conflict.
 *   <li>Without a number, content other than the current one is the next revision (also if it is what an earlier revision
 *       said: an edit can be taken back), and the same content a duplicate.
 *   <li>After a deletion, unnumbered content that was known before it is a redelivery and stays deleted; content never seen is
 *       a new statement under the old id and the next revision. To revive the very same content, a client gives a
 *       {@code revision} above the deletion's.
 *   <li>A deletion of what is not known yet takes revision 2 and leaves 1 to the creation that is still on its way, which then
 *       goes to the history: it doesn't revive.
 *   <li>What was taken back with the file that brought it is as if it had never come: whatever comes under its id is news.
 *   <li>What was erased with its person stays so, whatever comes under its id.
 * </ul>
 */
final class Revisions {
    private static final int FIRST = 1;

    /** In place of the hash of a feedback that was erased with the person who gave it. */
    private static final String ERASED = "erased";

    /** In place of the hash of a feedback that was taken back. */
    static final String TAKEN_BACK = "taken back";

    private final NavigableMap<Integer, Revision> known;

    /** A revision as far as the rules need it. */
    record Revision(boolean deleted, String hash, String kind, Instant occurredAt) {}

    /** What becomes of an arrival. */
    sealed interface Outcome {
        record Duplicate() implements Outcome {}

        /** It is the current revision from now on. */
        record Wins(int revision) implements Outcome {}

        /** It is kept as a revision that a higher one has already overtaken. */
        record Late(int revision) implements Outcome {}

        record Conflict(int revision) implements Outcome {}
    }

    Revisions(Map<Integer, Revision> known) {
        this.known = new TreeMap<>(known);
    }

    Revision current() {
        return known.isEmpty() ? null : known.lastEntry().getValue();
    }

    void add(int number, Revision revision) {
        known.put(number, revision);
    }

    Outcome arrives(Integer number, String hash) {
        if (isErased()) {
            return new Outcome.Duplicate();
        }
        if (known.isEmpty()) {
            return new Outcome.Wins(number == null ? FIRST : number);
        }
        if (TAKEN_BACK.equals(current().hash())) {
            int next = known.lastKey() + 1;
            return new Outcome.Wins(number == null ? next : Math.max(number, next));
        }
        return number == null ? unnumbered(hash) : numbered(number, revision -> same(revision, hash));
    }

    Outcome deletionArrives(Integer number) {
        if (isErased()) {
            return new Outcome.Duplicate();
        }
        if (number != null) {
            return numbered(number, Revision::deleted);
        }
        if (known.isEmpty()) {
            return new Outcome.Wins(FIRST + 1);
        }
        return current().deleted() ? new Outcome.Duplicate() : new Outcome.Wins(known.lastKey() + 1);
    }

    private boolean isErased() {
        return known.values().stream().anyMatch(revision -> ERASED.equals(revision.hash()));
    }

    private Outcome unnumbered(String hash) {
        if (!current().deleted()) {
            return same(current(), hash) ? new Outcome.Duplicate() : new Outcome.Wins(known.lastKey() + 1);
        }
        if (known.values().stream().allMatch(Revision::deleted)) {
            int before = known.firstKey() - 1;
            return before < FIRST ? new Outcome.Duplicate() : new Outcome.Late(before);
        }
        boolean seen = known.values().stream().anyMatch(revision -> same(revision, hash));
        return seen ? new Outcome.Duplicate() : new Outcome.Wins(known.lastKey() + 1);
    }

    private Outcome numbered(int number, Predicate<Revision> same) {
        Revision there = known.get(number);
        if (there != null) {
            return same.test(there) ? new Outcome.Duplicate() : new Outcome.Conflict(number);
        }
        return known.isEmpty() || number > known.lastKey() ? new Outcome.Wins(number) : new Outcome.Late(number);
    }

    private static boolean same(Revision revision, String hash) {
        return !revision.deleted() && revision.hash().equals(hash);
    }
}
