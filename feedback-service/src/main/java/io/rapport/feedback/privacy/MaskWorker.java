package io.rapport.feedback.privacy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.review.PersonalData;
import io.rapport.feedback.review.StoredTexts;
import io.rapport.feedback.review.StoredTexts.Place;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Masks what a business stored before it wanted that: texts, their earlier revisions, and raw deliveries that were read. Some
 * at a time, each step with how far it is in one commit, so that it goes on after a crash and by one replica at a time.
 */
@ApplicationScoped
class MaskWorker {
    private static final int AT_ONCE = 200;
    private static final List<String> PARTS = List.of("feedback", "feedback_history", "webhook_delivery");

    private static final String TAKE = """
            update mask_task set leased_until = clock_timestamp() + interval '1 minute'
            where business_id in (select business_id from mask_task where leased_until is null or leased_until < clock_timestamp()
              order by leased_until nulls first limit 1 for update skip locked)
            returning business_id, part, after_first, after_second, after_revision
            """;

    private static final String GO_ON = """
            update mask_task set part = ?, after_first = ?, after_second = ?, after_revision = ?, leased_until = null
            where business_id = ? and (part, after_first, after_second, after_revision) = (?, ?, ?, ?)
            """;

    private static final String DELIVERIES = """
            select connection_id, id, body, fetched from webhook_delivery
            where business_id = ? and (connection_id, id) > (?, ?) and outcome = 'processed' and length(body) > 0
            order by connection_id, id limit ? for update
            """;

    private static final String CHANGE =
            "update webhook_delivery set body = ?, fetched = ? where business_id = ? and connection_id = ? and id = ?";

    private final Worker worker = new Worker("masking", Duration.ofSeconds(5), Duration.ofSeconds(30), this::round);
    private final StoredTexts texts;
    private final Businesses businesses;
    private final Sql sql;
    private final BusinessScope scope;

    MaskWorker(StoredTexts texts, Businesses businesses, Sql sql, BusinessScope scope) {
        this.texts = texts;
        this.businesses = businesses;
        this.sql = sql;
        this.scope = scope;
    }

    private record Task(String business, String part, Place after) {}

    void start(@Observes StartupEvent started) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    private Pace round() {
        Optional<Task> task = QuarkusTransaction.requiringNew().call(this::take);
        task.ifPresent(one -> scope.run(
                Set.of(one.business), () -> QuarkusTransaction.requiringNew().run(() -> step(one))));
        return task.isPresent() ? Pace.MORE : Pace.IDLE;
    }

    private Optional<Task> take() {
        return sql.first(
                TAKE,
                row -> new Task(
                        row.getString(1),
                        row.getString(2),
                        new Place(row.getString(3), row.getString(4), row.getInt(5))));
    }

    private void step(Task task) {
        if (!businesses.masksPersonalData(task.business)) {
            end(task);
            return;
        }
        Place reached = task.part.equals("webhook_delivery")
                ? deliveries(task)
                : texts.mask(task.business, task.part.equals("feedback"), task.after, AT_ONCE);
        if (reached != null) {
            goOn(task, task.part, reached);
        } else if (task.part.equals(PARTS.getLast())) {
            end(task);
        } else {
            goOn(task, PARTS.get(PARTS.indexOf(task.part) + 1), new Place("", "", 0));
        }
    }

    private Place deliveries(Task task) {
        record Raw(Place place, byte[] body, byte[] fetched) {}
        List<Raw> found = sql.list(
                DELIVERIES,
                row -> new Raw(new Place(row.getString(1), row.getString(2), 0), row.getBytes(3), row.getBytes(4)),
                task.business,
                task.after.source(),
                task.after.id(),
                AT_ONCE);
        found.forEach(one -> sql.update(
                CHANGE,
                PersonalData.masked(one.body),
                one.fetched == null ? null : PersonalData.masked(one.fetched),
                task.business,
                one.place.source(),
                one.place.id()));
        return found.isEmpty() ? null : found.getLast().place;
    }

    /** Not where the task began anew meanwhile. */
    private void goOn(Task task, String part, Place place) {
        sql.update(
                GO_ON,
                part,
                place.source(),
                place.id(),
                place.revision(),
                task.business,
                task.part,
                task.after.source(),
                task.after.id(),
                task.after.revision());
    }

    private void end(Task task) {
        sql.update("delete from mask_task where business_id = ? and part = ?", task.business, task.part);
    }
}
