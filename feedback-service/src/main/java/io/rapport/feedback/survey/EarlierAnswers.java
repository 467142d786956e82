package io.rapport.feedback.survey;

import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a customer has answered lately: of each survey there is one answer of each within its quiet days. */
@ApplicationScoped
public class EarlierAnswers {
    private final Sql sql;
    private final Clock clock;

    EarlierAnswers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An answer by its id, and whether it was broken off. */
    public record Earlier(String id, boolean partial) {}

    /** Another answer than this one, by its customer to the same survey. */
    Optional<Earlier> other(SurveyEntity survey, FeedbackContent answer) {
        return answer.author() == null
                ? Optional.empty()
                : latest(survey, answer.author().customerId())
                        .filter(earlier -> !earlier.id().equals(answer.id()));
    }

    /** The customer's answer of the survey's quiet days; whoever else is about to answer for them waits until this one has. */
    Optional<Earlier> latest(SurveyEntity survey, String customer) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended(?, 1))",
                row -> true,
                survey.businessId + " " + survey.id + " " + customer);
        Instant since = clock.instant().minus(Duration.ofDays(survey.settings.quietDays()));
        return sql.first(
                "select feedback_id, coalesce((survey ->> 'partial')::boolean, false) as partial from feedback"
                        + " where business_id = ? and customer_id = ? and occurred_at > ? and not deleted and source = ?"
                        + " order by occurred_at desc, feedback_id limit 1",
                row -> new Earlier(row.getString("feedback_id"), row.getBoolean("partial")),
                survey.businessId,
                customer,
                since,
                ResponseReader.source(survey));
    }
}
