package io.rapport.feedback.review;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the current revisions: one, or a page of them, newest first. */
@ApplicationScoped
public class FeedbackList {
    private static final String CURRENT =
            "select " + FeedbackRows.ALL + " from feedback where business_id = ? and not deleted";

    private static final String MENTIONS = """
            exists (select from feedback_mention m where m.business_id = feedback.business_id
              and m.source = feedback.source and m.feedback_id = feedback.feedback_id and m.what = ? and m.name = ?""";

    private static final String HANDLING = """
             (select from feedback_handling h where h.business_id = feedback.business_id
              and h.source = feedback.source and h.feedback_id = feedback.feedback_id""";

    private static final int FEW = 2_000;

    private static final String COUNT_WORDS = "select count(*) from feedback_with_words(?, ?, ?)";

    private static final String FEW_WORDS = "(source, feedback_id) in (select * from feedback_with_words(?, ?, ?))";

    private static final String MANY_WORDS = "search @@ websearch_to_tsquery('english', ?)";

    private static final String TAG = """
            exists (select from feedback_tag t where t.business_id = feedback.business_id
              and t.source = feedback.source and t.feedback_id = feedback.feedback_id and t.tag = ?)""";

    private final Sql sql;
    private final FeedbackRows rows;
    private final FeedbackItems items;

    FeedbackList(Sql sql, FeedbackRows rows, FeedbackItems items) {
        this.sql = sql;
        this.rows = rows;
        this.items = items;
    }

    /** The feedback, unless it is unknown or deleted. */
    @Transactional
    public Optional<StoredFeedback> find(String business, FeedbackKey key) {
        return sql.first(CURRENT + " and source = ? and feedback_id = ?", rows::read, business, key.source(), key.id());
    }

    /** The feedback as the API returns it. */
    @Transactional
    Optional<FeedbackItem> item(String business, FeedbackKey key) {
        return find(business, key).map(one -> items.of(business, List.of(one)).getFirst());
    }

    @Transactional
    FeedbackPage page(String business, FeedbackFilter filter) {
        Conditions conditions = new Conditions(business);
        conditions.add("kind = ?", filter.kind());
        conditions.add("source = ?", filter.source());
        conditions.add("reading_label = ?", filter.label());
        mentions(conditions, filter);
        conditions.add("round(stars) = ?", filter.rating());
        conditions.add("customer_id = ?", filter.customer());
        conditions.add("touchpoint = ?", filter.touchpoint());
        conditions.add("occurred_at >= ?", filter.from());
        conditions.add("occurred_at < ?", filter.to());
        conditions.add("page = ?", filter.page());
        handled(conditions, filter);
        words(conditions, business, filter.words());
        if (filter.cursor() != null) {
            FeedbackCursor cursor = filter.cursor();
            conditions.add(
                    "(occurred_at, source, feedback_id) < (?, ?, ?)",
                    cursor.occurredAt(),
                    cursor.source(),
                    cursor.id());
        }
        List<StoredFeedback> found = sql.list(
                CURRENT + conditions.sql + " order by occurred_at desc, source desc, feedback_id desc limit "
                        + (filter.limit() + 1),
                rows::read,
                conditions.parameters.toArray());
        return page(business, found, filter.limit());
    }

    private static void mentions(Conditions conditions, FeedbackFilter filter) {
        AspectFilter aspect = filter.aspect();
        if (aspect != null && aspect.label() != null) {
            conditions.add(MENTIONS + " and m.label = ?)", "aspect", aspect.category(), aspect.label());
        } else if (aspect != null) {
            conditions.add(MENTIONS + ")", "aspect", aspect.category());
        }
        if (filter.emotion() != null) {
            conditions.add(MENTIONS + ")", "emotion", filter.emotion());
        }
    }

    private static void handled(Conditions conditions, FeedbackFilter filter) {
        conditions.when("true".equals(filter.answered()), "answered_at is not null");
        conditions.when("false".equals(filter.answered()), "answered_at is null");
        conditions.add("exists" + HANDLING + " and h.assignee = ?)", filter.assignee());
        if ("open".equals(filter.state())) {
            conditions.add("not exists" + HANDLING + " and h.state <> ?)", filter.state());
        } else {
            conditions.add("exists" + HANDLING + " and h.state = ?)", filter.state());
        }
        conditions.add(TAG, filter.tag());
    }

    /**
     * Of words that few texts hold, the index finds all at once. Of others the newest are soon found by looking at one text
     * after the other, which asks for no sorting.
     */
    private void words(Conditions conditions, String business, String words) {
        if (words == null) {
            return;
        }
        int found = sql.first(COUNT_WORDS, row -> row.getInt(1), business, words, FEW + 1)
                .orElseThrow();
        if (found <= FEW) {
            conditions.add(FEW_WORDS, business, words, Integer.MAX_VALUE);
        } else {
            conditions.add(MANY_WORDS, words);
        }
    }

    private FeedbackPage page(String business, List<StoredFeedback> found, int limit) {
        boolean more = found.size() > limit;
        List<StoredFeedback> shown = more ? found.subList(0, limit) : found;
        String next = more ? FeedbackCursor.after(shown.getLast()).encoded() : null;
        return new FeedbackPage(items.of(business, shown), next);
    }

    private static final class Conditions {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> parameters = new ArrayList<>();

        Conditions(String business) {
            parameters.add(business);
        }

        void when(boolean asked, String condition) {
            if (asked) {
                sql.append(" and ").append(condition);
            }
        }

        /** Adds the condition unless its first value is missing. */
        void add(String condition, Object... values) {
            if (values[0] != null) {
                sql.append(" and ").append(condition);
                parameters.addAll(List.of(values));
            }
        }
    }
}
