package io.rapport.metrics.feedback;

import io.rapport.metrics.sql.Sql;
import io.rapport.metrics.sql.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps every fact about feedback, and beside them the one of each feedback that holds. */
@ApplicationScoped
public class FeedbackFactStore {
    private static final String COLUMNS =
            "business_id, source, id, revision, reading_seq, fact_id, deleted, kind, occurred_at, recorded_at, language,"
                    + " customer_id, visitor_id, channel, page, touchpoint, product, location, rating, recommends, survey_id,"
                    + " survey_version, survey_type, survey_score, survey_min, survey_max, survey_good, model, label, score,"
                    + " positive, neutral, negative, unread_reason, answered_at, survey_partial";

    /** Always in one order, so that two deliveries wait for one another instead of locking each other out. */
    private static final Comparator<FeedbackFact> ORDER = Comparator.comparing(FeedbackFact::businessId)
            .thenComparing(FeedbackFact::source)
            .thenComparing(FeedbackFact::id)
            .thenComparing(FeedbackFact::revision)
            .thenComparing(FeedbackFact::readingSeq);

    private final Transactions transactions;

    FeedbackFactStore(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @return how many were new */
    int store(List<FeedbackFact> facts, Optional<Instant> upTo) {
        return transactions.call(connection -> {
            int fresh = 0;
            Map<String, Speakers> speakers = new TreeMap<>();
            for (FeedbackFact fact : facts.stream().sorted(ORDER).toList()) {
                fresh += insert(connection, fact, speakers.computeIfAbsent(fact.businessId(), none -> new Speakers()));
            }
            for (Map.Entry<String, Speakers> entry : speakers.entrySet()) {
                entry.getValue().note(connection, entry.getKey());
            }
            if (upTo.isPresent()) {
                Sql.of("update feedback_watermark set up_to = greatest(up_to, ?)", upTo.get())
                        .update(connection);
            }
            return fresh;
        });
    }

    /** Throws away what holds of each feedback of the business, and finds it again from the facts. */
    public void rebuild(Connection connection, String business) throws SQLException {
        Sql.of("delete from feedback_current where business_id = ?", business).update(connection);
        Sql.of(
                        "insert into feedback_current (" + COLUMNS + ") select distinct on (source, id) " + COLUMNS
                                + " from feedback_fact where business_id = ?"
                                + " order by source, id, revision desc, reading_seq desc",
                        business)
                .update(connection);
    }

    private static int insert(Connection connection, FeedbackFact fact, Speakers speakers) throws SQLException {
        int fresh = Sql.of("insert into feedback_fact (" + COLUMNS + ") values")
                .add(values(fact))
                .add("on conflict do nothing")
                .update(connection);
        if (fresh > 0) {
            speakers.before(connection, fact);
            int changed = Sql.of("insert into feedback_current (" + COLUMNS + ") values")
                    .add(values(fact))
                    .add("on conflict (business_id, source, id) do update set (" + COLUMNS + ") = row(excluded.*)"
                            + " where (excluded.revision, excluded.reading_seq)"
                            + " > (feedback_current.revision, feedback_current.reading_seq)")
                    .update(connection);
            if (changed > 0) {
                speakers.after(fact);
            }
        }
        return fresh;
    }

    private static Sql values(FeedbackFact fact) {
        FeedbackFact.Survey survey = fact.survey();
        FeedbackFact.Reading reading = fact.reading();
        return Sql.of(
                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                fact.businessId(),
                fact.source(),
                fact.id(),
                fact.revision(),
                fact.readingSeq(),
                fact.factId(),
                fact.deleted(),
                fact.kind(),
                fact.occurredAt(),
                fact.recordedAt(),
                fact.language(),
                fact.customerId(),
                fact.visitorId(),
                fact.channel(),
                fact.page(),
                fact.touchpoint(),
                fact.product(),
                fact.location(),
                fact.rating(),
                fact.recommends(),
                survey.id(),
                survey.version(),
                survey.type(),
                survey.score(),
                survey.min(),
                survey.max(),
                survey.good(),
                reading.model(),
                reading.label(),
                reading.score(),
                reading.positive(),
                reading.neutral(),
                reading.negative(),
                reading.reason(),
                fact.answeredAt(),
                survey.partial());
    }
}
