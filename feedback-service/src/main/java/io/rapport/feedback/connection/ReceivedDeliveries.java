package io.rapport.feedback.connection;

import io.rapport.feedback.connection.Arrival.Message;
import io.rapport.feedback.sql.Ids;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The statements that keep what comes in, and note what was turned away. */
@ApplicationScoped
class ReceivedDeliveries {
    private static final int MOST_REJECTED = 100;
    private static final int MOST_DUPLICATES = 1_000;

    // A message that failed is taken anew: only what was or will be processed makes its repetition a duplicate.
    private static final String KEEP = """
            with arrived as (
              select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality
                as arrival (business_id, connection_id, id, message_id, topic, body, to_fetch, traceparent, place)),
            kept as (
              insert into webhook_delivery (business_id, connection_id, id, message_id, topic, outcome, body)
              select business_id, connection_id, id, message_id, topic, 'received', body from arrived order by place
              on conflict (business_id, connection_id, message_id) where body is not null
                do update set outcome = 'received', detail = null, topic = excluded.topic, body = excluded.body,
                  fetched = null
                where webhook_delivery.outcome = 'failed'
              returning business_id, connection_id, id, message_id),
            queued as (
              insert into delivery_task (business_id, connection_id, delivery_id, to_fetch, traceparent)
              select business_id, connection_id, kept.id, to_fetch, traceparent
              from kept join arrived using (business_id, connection_id, message_id) order by place
              on conflict (business_id, connection_id, delivery_id)
                do update set to_fetch = excluded.to_fetch, not_before = '-infinity', attempts = 0)
            select business_id, connection_id, message_id from kept
            """;

    private static final String NOTE = """
            insert into webhook_delivery (business_id, connection_id, id, message_id, outcome, detail, settled_at)
            select note.*, ?, ?, clock_timestamp() from unnest(?, ?, ?, ?) as note
            """;

    private static final String PRUNE = """
            delete from webhook_delivery
            where business_id = ? and connection_id = ? and outcome = ? and sequence <=
              (select sequence from webhook_delivery where business_id = ? and connection_id = ? and outcome = ?
               order by sequence desc offset ? limit 1)
            """;

    private final Sql sql;

    ReceivedDeliveries(Sql sql) {
        this.sql = sql;
    }

    /** Keeps the raw deliveries and queues them in their order; false, with a note, for messages that are known already. */
    List<Boolean> receive(List<Arrival> arrivals) {
        Set<Message> kept = keep(arrivals);
        List<Boolean> news = new ArrayList<>();
        List<Message> known = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            // The first of several with the same message is the one that was kept.
            news.add(kept.remove(arrival.key()));
            if (!news.getLast()) {
                known.add(arrival.key());
            }
        }
        if (!known.isEmpty()) {
            note(known, "duplicate", "The message was received before.", MOST_DUPLICATES);
        }
        return news;
    }

    /** Keeps the raw deliveries and queues them in their order; returns the messages that were not known. */
    Set<Message> keep(List<Arrival> arrivals) {
        Map<Message, Arrival> firsts = new LinkedHashMap<>();
        arrivals.forEach(arrival -> firsts.putIfAbsent(arrival.key(), arrival));
        List<Arrival> different = List.copyOf(firsts.values());
        return new HashSet<>(sql.list(
                KEEP,
                row -> new Message(row.getString(1), row.getString(2), row.getString(3)),
                texts(different, Arrival::business),
                texts(different, Arrival::connection),
                texts(different, arrival -> Ids.random("dl_")),
                texts(different, arrival -> arrival.message().messageId()),
                texts(different, arrival -> arrival.message().topic()),
                different.stream().map(Arrival::body).toArray(byte[][]::new),
                different.stream().map(Arrival::toFetch).toArray(Boolean[]::new),
                texts(different, Arrival::traceParent)));
    }

    /** Notes that a delivery was turned away, without anything of what was in it. */
    void reject(String business, String connection, String reason) {
        note(List.of(new Message(business, connection, null)), "rejected", reason, MOST_REJECTED);
    }

    /** Notes what came of a try-out; nothing of it is kept. @return the note's id */
    String tested(String business, String connection, String detail) {
        return note(List.of(new Message(business, connection, null)), "tested", detail, MOST_REJECTED)
                .getFirst();
    }

    private List<String> note(List<Message> messages, String outcome, String why, int most) {
        List<String> ids = messages.stream().map(message -> Ids.random("dl_")).toList();
        sql.update(
                NOTE,
                outcome,
                why,
                texts(messages, Message::business),
                texts(messages, Message::connection),
                texts(ids, id -> id),
                texts(messages, Message::id));
        Set<Message> connections = new LinkedHashSet<>();
        messages.forEach(message -> connections.add(new Message(message.business(), message.connection(), null)));
        for (Message of : connections) {
            sql.update(PRUNE, of.business(), of.connection(), outcome, of.business(), of.connection(), outcome, most);
        }
        return ids;
    }

    private static <T> String[] texts(List<T> of, Function<T, String> text) {
        return of.stream().map(text).toArray(String[]::new);
    }
}
