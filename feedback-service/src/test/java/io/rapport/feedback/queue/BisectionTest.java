package io.rapport.feedback.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BisectionTest {
    private static final List<Integer> BATCH = IntStream.range(0, 64).boxed().toList();

    private final List<List<Integer>> sent = new ArrayList<>();
    private boolean well = true;

    @Test
    void whatIsTakenIsDone() {
        Bisection<Integer> bisection = isolate(batch -> new Answer.Taken(Map.of()));
        assertThat(bisection.done()).isEqualTo(BATCH);
        assertThat(sent).hasSize(1);
    }

    @Test
    void theOnesToBlameAreFoundInFewRequests() {
        Bisection<Integer> bisection = isolate(batch -> refuse(batch, Set.of(7, 40)));
        assertThat(bisection.blamed()).containsOnlyKeys(7, 40).containsValue("bad");
        assertThat(bisection.done()).hasSize(62).doesNotContain(7, 40);
        assertThat(sent).hasSizeLessThan(30);
    }

    @Test
    void allMayBeToBlame() {
        assertThat(isolate(batch -> new Answer.Refused("bad")).blamed()).hasSize(64);
    }

    @Test
    void elementsThatAreRefusedByTheirPlaceAreBlamed() {
        Bisection<Integer> bisection = isolate(batch -> new Answer.Taken(Map.of(3, "bad")));
        assertThat(bisection.blamed()).containsOnlyKeys(3);
        assertThat(bisection.done()).hasSize(63);
    }

    @Test
    void whoIsAwayBlamesNobody() {
        Bisection<Integer> bisection = isolate(batch -> new Answer.Away("gone"));
        assertThat(bisection.away()).isEqualTo("gone");
        assertThat(bisection.blamed()).isEmpty();
        assertThat(bisection.done()).isEmpty();
        assertThat(sent).hasSize(1);
    }

    @Test
    void aSuspicionIsFollowedOnlyWhileTheOtherSideIsWell() {
        Bisection<Integer> found = isolate(batch -> batch.contains(9) ? new Answer.Suspect("broke") : taken());
        assertThat(found.blamed()).containsOnlyKeys(9);
        assertThat(found.done()).hasSize(63);
        well = false;
        Bisection<Integer> ill = isolate(batch -> new Answer.Suspect("broke"));
        assertThat(ill.blamed()).isEmpty();
        assertThat(ill.away()).isEqualTo("broke");
    }

    @Test
    void aReplicaThatDiedIsNotTheElementsFault() {
        Set<Integer> lost = new HashSet<>(Set.of(9));
        Bisection<Integer> bisection = isolate(
                batch -> batch.size() == 1 && lost.removeAll(batch) ? new Answer.Suspect("broke") : split(batch));
        assertThat(bisection.blamed()).isEmpty();
        assertThat(bisection.done()).hasSize(64);
    }

    @Test
    void whatWasDoneBeforeItWentAwayStaysDone() {
        Bisection<Integer> bisection = isolate(batch ->
                batch.size() == 64 ? new Answer.Refused("bad") : batch.contains(0) ? taken() : new Answer.Away("gone"));
        assertThat(bisection.done()).isEqualTo(BATCH.subList(0, 32));
        assertThat(bisection.away()).isEqualTo("gone");
    }

    /** So that each element comes to stand alone. */
    private static Answer split(List<Integer> batch) {
        return batch.size() > 1 ? new Answer.Refused("too many") : taken();
    }

    private static Answer taken() {
        return new Answer.Taken(Map.of());
    }

    private static Answer refuse(List<Integer> batch, Set<Integer> bad) {
        return batch.stream().anyMatch(bad::contains) ? new Answer.Refused("bad") : taken();
    }

    private Bisection<Integer> isolate(Function<List<Integer>, Answer> answer) {
        sent.clear();
        return new Bisection<Integer>(
                        batch -> {
                            sent.add(batch);
                            return answer.apply(batch);
                        },
                        () -> well)
                .run(BATCH);
    }
}
