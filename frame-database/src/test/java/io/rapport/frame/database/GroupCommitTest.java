package io.rapport.frame.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.frame.database.GroupCommit.Limits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What many requests bring is stored together; sizes are lengths here. */
@Timeout(20)
class GroupCommitTest {
    private final List<List<String>> stored = new CopyOnWriteArrayList<>();

    @Test
    void whatWaitsIsStoredTogetherUpToTheSizeOfACommit() throws InterruptedException {
        GroupCommit<String, Integer> commits = commits();
        List<CompletableFuture<Integer>> outcomes = submit(commits, "aa", "b", "ccc");
        commits.start("test", 1);
        assertThat(outcomes).extracting(CompletableFuture::join).containsExactly(2, 1, 3);
        commits.stop();
        assertThat(stored).containsExactly(List.of("aa", "b"), List.of("ccc"));
        assertThat(commits.waiting()).isZero();
    }

    @Test
    void oneThatCantBeStoredFailsAlone() throws InterruptedException {
        GroupCommit<String, Integer> commits = commits();
        List<CompletableFuture<Integer>> outcomes = submit(commits, "a", "!", "c");
        commits.start("test", 1);
        assertThat(outcomes.getFirst().join()).isEqualTo(1);
        assertThat(outcomes.getLast().join()).isEqualTo(1);
        assertThatThrownBy(outcomes.get(1)::join).hasRootCauseMessage("refused");
        commits.stop();
    }

    /** Asking it of each again would keep all of them waiting. */
    @Test
    void whereTheDatabaseIsAwayAllFailAtOnce() throws InterruptedException {
        GroupCommit<String, Integer> commits = commits();
        List<CompletableFuture<Integer>> outcomes = submit(commits, "a", "?", "c");
        commits.start("test", 1);
        outcomes.forEach(outcome -> assertThatThrownBy(outcome::join)
                .isInstanceOf(CompletionException.class)
                .satisfies(
                        failure -> assertThat(DatabaseFailure.isOutage(failure)).isTrue()));
        commits.stop();
        assertThat(stored).hasSize(1);
    }

    @Test
    void whatMetOthersIsTriedAlone() throws InterruptedException {
        GroupCommit<String, Integer> commits = commits();
        List<CompletableFuture<Integer>> outcomes = submit(commits, "a", "x");
        commits.start("test", 1);
        assertThat(outcomes).extracting(CompletableFuture::join).containsExactly(1, 1);
        commits.stop();
    }

    @Test
    void anErrorIsToldAndTheNextAreStored() throws InterruptedException {
        GroupCommit<String, Integer> commits = commits();
        List<CompletableFuture<Integer>> outcomes = submit(commits, "#", "abcd");
        commits.start("test", 1);
        assertThatThrownBy(outcomes.getFirst()::join).hasRootCauseInstanceOf(OutOfMemoryError.class);
        assertThat(outcomes.getLast().join()).isEqualTo(4);
        commits.stop();
    }

    @Test
    void workThatCanWaitGivesWayUntilNoneComesOrItHasWaitedLongEnough() throws InterruptedException {
        GroupCommit<String, Integer> commits = commits();
        submit(commits, "a");
        long began = System.nanoTime();
        commits.giveWay(Duration.ofDays(1));
        assertThat(System.nanoTime() - began)
                .isGreaterThan(Duration.ofMillis(10).toNanos());
        submit(commits, "b");
        commits.giveWay(Duration.ZERO);
    }

    @Test
    void anotherHelpsWhereHalfACommitWaits() throws InterruptedException {
        CountDownLatch bothAtWork = new CountDownLatch(2);
        GroupCommit<String, Integer> commits =
                new GroupCommit<>(new Limits(100, 4, "full", Duration.ofSeconds(1)), String::length, group -> {
                    bothAtWork.countDown();
                    await(bothAtWork);
                    return store(group);
                });
        List<CompletableFuture<Integer>> outcomes = submit(commits, "aaa", "bbb");
        assertThat(commits.isPressed()).isTrue();
        commits.start("test", 2);
        assertThat(outcomes).extracting(CompletableFuture::join).containsExactly(3, 3);
        commits.stop();
        assertThat(stored).containsExactlyInAnyOrder(List.of("aaa"), List.of("bbb"));
    }

    @Test
    void nobodyHelpsWhereLessWaits() throws InterruptedException {
        GroupCommit<String, Integer> commits = commits();
        assertThat(commits.isPressed()).isFalse();
        commits.start("test", 2);
        for (int i = 0; i < 20; i++) {
            submit(commits, "a").getFirst().join();
        }
        assertThat(commits.isPressed()).isFalse();
        commits.stop();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private GroupCommit<String, Integer> commits() {
        return new GroupCommit<>(new Limits(100, 4, "full", Duration.ofSeconds(1)), String::length, this::store);
    }

    private static List<CompletableFuture<Integer>> submit(GroupCommit<String, Integer> commits, String... all) {
        return Stream.of(all)
                .map(one -> commits.submit(one).toCompletableFuture())
                .toList();
    }

    private List<Integer> store(List<String> group) {
        stored.add(group);
        if (group.contains("?")) {
            throw new IllegalStateException(new SQLException("away", "57P01"));
        }
        if (group.contains("x") && group.size() > 1) {
            throw new IllegalStateException(new SQLException("deadlock", "40P01"));
        }
        if (group.contains("#")) {
            throw new OutOfMemoryError();
        }
        if (group.contains("!")) {
            throw new IllegalStateException("refused");
        }
        return group.stream().map(String::length).toList();
    }
}
