package io.rapport.feedback.inbox;

import io.rapport.feedback.review.FeedbackCursor;
import io.rapport.feedback.review.FeedbackItem;
import io.rapport.feedback.review.FeedbackItems;
import io.rapport.feedback.review.FeedbackRows;
import io.rapport.feedback.review.StoredFeedback;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.http.QueryInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whom the business should answer, what is due first before the rest. */
@ApplicationScoped
class FollowUps {
    private static final String DUE = """
            select * from (
              select %s, follow_up, coalesce(
                (select h.due_at from feedback_handling h where h.business_id = feedback.business_id
                   and h.source = feedback.source and h.feedback_id = feedback.feedback_id),
                occurred_at + make_interval(days => case follow_up when 'detractor' then ? else ? end)) as due
              from feedback
              where business_id = ? and not deleted and answered_at is null and follow_up is not null
                and not exists (select from feedback_handling h where h.business_id = feedback.business_id
                  and h.source = feedback.source and h.feedback_id = feedback.feedback_id and h.state = 'done')
            """.formatted(FeedbackRows.ALL);

    private static final String OF = """
             and exists (select from feedback_handling h where h.business_id = feedback.business_id
              and h.source = feedback.source and h.feedback_id = feedback.feedback_id and h.assignee = ?)
            """;

    private static final String RULE = "select detractor_days, promoter_days from follow_up_rule where business_id = ?";

    private static final String SET_RULE = """
            insert into follow_up_rule (business_id, detractor_days, promoter_days) values (?, ?, ?)
            on conflict (business_id) do update
              set detractor_days = excluded.detractor_days, promoter_days = excluded.promoter_days
            """;

    private final Sql sql;
    private final FeedbackRows rows;
    private final FeedbackItems items;
    private final Clock clock;

    FollowUps(Sql sql, FeedbackRows rows, FeedbackItems items, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.items = items;
        this.clock = clock;
    }

    /** Whom a list asks for; what is null doesn't matter. */
    record Filter(String who, String assignee, String overdue, FeedbackCursor cursor, int limit) {
        static Filter read(QueryInput query) {
            Filter filter = new Filter(
                    query.oneOf("who", List.of("detractor", "promoter")),
                    query.text("assignee"),
                    query.oneOf("overdue", List.of("true", "false")),
                    FeedbackCursor.read(query),
                    query.integer("limit", 1, 200, 50));
            query.finish();
            return filter;
        }
    }

    private record Due(StoredFeedback feedback, String who, Instant at) {
        FeedbackCursor cursor() {
            return new FeedbackCursor(
                    at, feedback.key().source(), feedback.key().id());
        }
    }

    @Transactional
    FollowUpItem.Page page(String business, Filter filter) {
        Instant now = clock.instant();
        List<Object> parameters = new ArrayList<>();
        String statement = statement(business, filter, now, parameters);
        List<Due> found = sql.list(
                statement,
                row -> new Due(rows.read(row), row.getString("follow_up"), Sql.instant(row, "due")),
                parameters.toArray());
        boolean more = found.size() > filter.limit();
        List<Due> shown = more ? found.subList(0, filter.limit()) : found;
        List<FeedbackItem> feedback =
                items.of(business, shown.stream().map(Due::feedback).toList());
        List<FollowUpItem> page = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            Due due = shown.get(i);
            page.add(new FollowUpItem(due.who(), due.at(), due.at().isBefore(now), feedback.get(i)));
        }
        return new FollowUpItem.Page(page, more ? shown.getLast().cursor().encoded() : null);
    }

    private String statement(String business, Filter filter, Instant now, List<Object> parameters) {
        FollowUpRule rule = rule(business);
        parameters.addAll(List.of(rule.detractorDays(), rule.promoterDays(), business));
        StringBuilder text = new StringBuilder(DUE);
        if (filter.who() != null) {
            text.append(" and follow_up = ?");
            parameters.add(filter.who());
        }
        if (filter.assignee() != null) {
            text.append(OF);
            parameters.add(filter.assignee());
        }
        text.append(") waiting where true");
        if (filter.overdue() != null) {
            text.append("true".equals(filter.overdue()) ? " and due < ?" : " and due >= ?");
            parameters.add(now);
        }
        if (filter.cursor() != null) {
            text.append(" and (due, source, feedback_id) > (?, ?, ?)");
            parameters.addAll(List.of(
                    filter.cursor().occurredAt(),
                    filter.cursor().source(),
                    filter.cursor().id()));
        }
        parameters.add(filter.limit() + 1);
        return text.append(" order by due, source, feedback_id limit ?").toString();
    }

    @Transactional
    FollowUpRule rule(String business) {
        return sql.first(RULE, row -> new FollowUpRule(row.getInt(1), row.getInt(2)), business)
                .orElse(FollowUpRule.USUAL);
    }

    @Transactional
    void setRule(String business, FollowUpRule rule) {
        sql.update(SET_RULE, business, rule.detractorDays(), rule.promoterDays());
    }
}
