package io.rapport.feedback.queue;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.database.Pace;
import io.rapport.frame.database.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** Publishes how much waits in each queue, for how long, and how much is parked. */
@ApplicationScoped
class QueueDepths {
    private static final String DEPTHS = """
            select 'scoring' as queue, count(*) filter (where parked_at is null and priority = 0) as depth,
              coalesce(extract(epoch from clock_timestamp()
                - min(enqueued_at) filter (where parked_at is null and priority = 0)), 0) as age,
              count(parked_at) as parked from scoring_task
            union all
            select 'rescoring', count(*),
              coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)), 0), 0
            from scoring_task where parked_at is null and priority > 0
            union all
            select 'outbox', count(*) filter (where parked_at is null),
              coalesce(extract(epoch from clock_timestamp() - min(enqueued_at) filter (where parked_at is null)), 0),
              count(parked_at) from fact_outbox
            union all
            select 'deliveries', count(*), coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)), 0), 0
            from delivery_task
            union all
            select 'onward', count(*), coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)), 0), 0
            from onward_task
            union all
            select 'replies', count(*), coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)), 0), 0
            from reply_task
            """;
    private static final Depth NONE = new Depth(0, 0, 0);

    private final Map<String, Depth> depths = new ConcurrentHashMap<>();
    private final Sql sql;
    private final MeterRegistry meters;
    private final Worker worker;

    private record Depth(double depth, double age, double parked) {}

    QueueDepths(Sql sql, MeterRegistry meters) {
        this.sql = sql;
        this.meters = meters;
        // By itself and not when the figures are asked for, which happens on a thread that must not wait for a
        // database.
        this.worker = new Worker("queue-depths", Duration.ofSeconds(5), Duration.ofSeconds(30), this::look);
    }

    void start(@Observes StartupEvent started) {
        for (String queue : List.of("scoring", "rescoring", "outbox", "deliveries", "onward", "replies")) {
            gauge("rapport.feedback.queue.depth", queue, Depth::depth);
            gauge("rapport.feedback.queue.age.seconds", queue, Depth::age);
        }
        gauge("rapport.feedback.parked", "scoring", Depth::parked);
        gauge("rapport.feedback.parked", "outbox", Depth::parked);
        worker.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        worker.stop();
    }

    private void gauge(String name, String queue, ToDoubleFunction<Depth> value) {
        Gauge.builder(name, depths, known -> value.applyAsDouble(known.getOrDefault(queue, NONE)))
                .tags(Tags.of("queue", queue))
                .register(meters);
    }

    private Pace look() {
        sql.list(
                DEPTHS,
                row -> depths.put(
                        row.getString("queue"),
                        new Depth(row.getDouble("depth"), row.getDouble("age"), row.getDouble("parked"))));
        return Pace.IDLE;
    }
}
