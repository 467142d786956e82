package io.rapport.metrics.segment;

import io.rapport.frame.problem.Problems;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The segments that have a name: those that every business has, and those that it saved. */
@ApplicationScoped
public class Segments {
    static final int MOST = 100;

    private final Transactions transactions;
    private final Clock clock;

    Segments(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** By id, or by name in whatever case. */
    public Optional<Rule.Saved> find(Business business, String idOrName) {
        return ReadyMade.find(business, idOrName)
                .or(() -> transactions.call(connection -> SegmentTable.findOrNamed(connection, business.id(), idOrName)
                        .map(SegmentRow::saved)));
    }

    Optional<Rule.Saved> withId(Business business, String id) {
        return ReadyMade.of(business).stream()
                .filter(ready -> ready.id().equals(id))
                .findFirst()
                .or(() -> saved(business, id).map(SegmentRow::saved));
    }

    /** All of them: the ready-made ones first, the others by name. */
    public List<Rule.Saved> all(Business business) {
        List<Rule.Saved> all = new ArrayList<>(ReadyMade.of(business));
        saved(business).forEach(row -> all.add(row.saved()));
        return all;
    }

    List<SegmentRow> saved(Business business) {
        return transactions.call(connection -> SegmentTable.all(connection, business.id()));
    }

    Optional<SegmentRow> saved(Business business, String id) {
        return transactions.call(connection -> SegmentTable.find(connection, business.id(), id));
    }

    /** @param requestHash of a request with an idempotency key, from which the id was made; else null */
    SegmentRow create(Business business, String id, SegmentInput input, String by, String requestHash) {
        return transactions.call(connection -> {
            SegmentTable.lock(connection, business.id());
            Optional<SegmentRow> before = SegmentTable.find(connection, business.id(), id);
            if (before.isPresent()) {
                if (!Objects.equals(before.get().requestHash(), requestHash)) {
                    throw Problems.conflict("This Idempotency-Key was used with another body.");
                }
                return before.get();
            }
            requireFree(connection, business, id, input.name());
            if (SegmentTable.all(connection, business.id()).size() >= MOST) {
                throw Problems.conflict("A business has " + MOST + " saved segments at most.");
            }
            SegmentRow row = new SegmentRow(
                    id, input.name(), input.rule(), 1, clock.instant(), by, clock.instant(), requestHash);
            SegmentTable.insert(connection, business.id(), row);
            return row;
        });
    }

    /** @param precondition is given the version that is about to be changed, and fails where the client expects another */
    SegmentRow change(Business business, String id, SegmentInput input, IntConsumer precondition) {
        return transactions.call(connection -> {
            SegmentTable.lock(connection, business.id());
            SegmentRow before = hold(connection, business, id, precondition);
            String name = input.name() == null ? before.name() : input.name();
            Rule rule = input.rule() == null ? before.rule() : input.rule();
            requireFree(connection, business, id, name);
            SegmentRow after = new SegmentRow(
                    id,
                    name,
                    rule,
                    before.version() + 1,
                    before.createdAt(),
                    before.createdBy(),
                    clock.instant(),
                    before.requestHash());
            SegmentTable.update(connection, business.id(), after);
            return after;
        });
    }

    void delete(Business business, String id, IntConsumer precondition) {
        transactions.call(connection -> {
            SegmentTable.lock(connection, business.id());
            hold(connection, business, id, precondition);
            return SegmentTable.delete(connection, business.id(), id);
        });
    }

    private static SegmentRow hold(Connection connection, Business business, String id, IntConsumer precondition)
            throws SQLException {
        if (ReadyMade.of(business).stream().anyMatch(ready -> ready.id().equals(id))) {
            throw Problems.conflict("This segment is ready-made: it can be neither changed nor deleted.");
        }
        SegmentRow row =
                SegmentTable.find(connection, business.id(), id).orElseThrow(() -> Problems.notFound("The segment"));
        precondition.accept(row.version());
        return row;
    }

    private static void requireFree(Connection connection, Business business, String id, String name)
            throws SQLException {
        boolean taken = ReadyMade.find(business, name).isPresent()
                || SegmentTable.named(connection, business.id(), name)
                        .filter(other -> !other.id().equals(id))
                        .isPresent();
        if (taken) {
            throw Problems.conflict("Another segment is called that.");
        }
    }
}
