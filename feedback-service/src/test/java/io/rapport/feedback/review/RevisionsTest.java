package io.rapport.feedback.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.feedback.review.Revisions.Outcome;
import io.rapport.feedback.review.Revisions.Outcome.Conflict;
import io.rapport.feedback.review.Revisions.Outcome.Duplicate;
import io.rapport.feedback.review.Revisions.Outcome.Late;
import io.rapport.feedback.review.Revisions.Outcome.Wins;
import io.rapport.feedback.review.Revisions.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionsTest {
    private final Revisions revisions = new Revisions(Map.of());

    @Test
    void theFirstIsRevisionOne() {
        assertThat(says(null, "a")).isEqualTo(new Wins(1));
    }

    @Test
    void theFirstMayBringItsOwnNumber() {
        assertThat(says(7, "a")).isEqualTo(new Wins(7));
        assertThat(says(null, "b")).isEqualTo(new Wins(8));
    }

    @Test
    void theSameAgainIsADuplicate() {
        says(null, "a");
        assertThat(says(null, "a")).isEqualTo(new Duplicate());
    }

    @Test
    void otherContentIsTheNextRevisionAlsoIfItIsTheOldOne() {
        says(null, "a");
        assertThat(says(null, "b")).isEqualTo(new Wins(2));
        assertThat(says(null, "a")).isEqualTo(new Wins(3));
    }

    @Test
    void aLowerNumberIsHistory() {
        says(5, "e");
        assertThat(says(3, "c")).isEqualTo(new Late(3));
        assertThat(says(3, "c")).isEqualTo(new Duplicate());
        assertThat(says(3, "x")).isEqualTo(new Conflict(3));
    }

    @Test
    void theSameNumberWithOtherContentIsAConflict() {
        says(2, "a");
        assertThat(says(2, "b")).isEqualTo(new Conflict(2));
        assertThat(says(2, "a")).isEqualTo(new Duplicate());
    }

    @Test
    void aDeletionIsAHigherRevision() {
        says(null, "a");
        assertThat(deletes(null)).isEqualTo(new Wins(2));
        assertThat(deletes(null)).isEqualTo(new Duplicate());
    }

    @Test
    void whatWasDeletedStaysDeletedWhenItIsDeliveredAgain() {
        says(null, "a");
        says(null, "b");
        deletes(null);
        assertThat(says(null, "b")).isEqualTo(new Duplicate());
        assertThat(says(null, "a")).isEqualTo(new Duplicate());
    }

    @Test
    void newContentAfterADeletionIsANewStatement() {
        says(null, "a");
        deletes(null);
        assertThat(says(null, "b")).isEqualTo(new Wins(3));
    }

    @Test
    void aHigherNumberRevivesTheSameContent() {
        says(null, "a");
        deletes(null);
        assertThat(says(3, "a")).isEqualTo(new Wins(3));
    }

    @Test
    void theNumberOfADeletionIsTaken() {
        says(1, "a");
        deletes(2);
        assertThat(says(2, "b")).isEqualTo(new Conflict(2));
    }

    @Test
    void aDeletionThatComesBeforeItsCreationLeavesRoomForIt() {
        assertThat(deletes(null)).isEqualTo(new Wins(2));
        assertThat(says(null, "a")).isEqualTo(new Late(1));
        assertThat(says(null, "a")).isEqualTo(new Duplicate());
        assertThat(says(null, "b")).isEqualTo(new Wins(3));
    }

    @Test
    void aDeletionOfRevisionOneLeavesNoRoom() {
        assertThat(deletes(1)).isEqualTo(new Wins(1));
        assertThat(says(null, "a")).isEqualTo(new Duplicate());
    }

    @Test
    void anOldDeletionDoesNotDelete() {
        says(4, "a");
        assertThat(deletes(3)).isEqualTo(new Late(3));
        assertThat(deletes(3)).isEqualTo(new Duplicate());
        assertThat(deletes(4)).isEqualTo(new Conflict(4));
        assertThat(revisions.current().deleted()).isFalse();
    }

    /** Numbered revisions end in the same state in each of the 24 orders, each also with everything delivered twice. */
    @Test
    void numberedRevisionsEndTheSameInEveryOrder() {
        Set<Revision> ends = new HashSet<>();
        for (List<Integer> order : orders(List.of(1, 2, 3, 4))) {
            for (int times = 1; times <= 2; times++) {
                Revisions all = new Revisions(Map.of());
                for (int round = 0; round < times; round++) {
                    order.forEach(number -> arrive(all, number));
                }
                ends.add(all.current());
            }
        }
        assertThat(ends).containsExactly(revision(true, ""));
    }

    private static void arrive(Revisions all, int number) {
        boolean deletion = number == 4;
        Outcome outcome = deletion ? all.deletionArrives(number) : all.arrives(number, "content " + number);
        assertThat(outcome).isNotInstanceOf(Conflict.class);
        if (!(outcome instanceof Duplicate)) {
            all.add(number, revision(deletion, deletion ? "" : "content " + number));
        }
    }

    private static List<List<Integer>> orders(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : numbers) {
            List<Integer> others = new ArrayList<>(numbers);
            others.remove(first);
            for (List<Integer> rest : orders(others)) {
                List<Integer> order = new ArrayList<>(rest);
                order.addFirst(first);
                orders.add(order);
            }
        }
        return orders;
    }

    private Outcome says(Integer number, String content) {
        return keep(revisions.arrives(number, content), revision(false, content));
    }

    private Outcome deletes(Integer number) {
        return keep(revisions.deletionArrives(number), revision(true, ""));
    }

    private Outcome keep(Outcome outcome, Revision revision) {
        switch (outcome) {
            case Wins(int number) -> revisions.add(number, revision);
            case Late(int number) -> revisions.add(number, revision);
            case Duplicate() -> {}
            case Conflict(int number) -> {}
        }
        return outcome;
    }

    private static Revision revision(boolean deleted, String hash) {
        return new Revision(deleted, hash, "review", Instant.EPOCH);
    }
}
