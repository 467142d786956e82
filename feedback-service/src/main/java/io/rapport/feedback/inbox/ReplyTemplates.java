package io.rapport.feedback.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.api.IdempotencyKey;
import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.FeedbackList;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The templates of a business's replies. */
@ApplicationScoped
class ReplyTemplates {
    private static final String INSERT = """
            insert into reply_template (business_id, id, name, text, language, request_hash, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private static final String FIND = "select * from reply_template where business_id = ? and id = ?";

    private static final String PAGE =
            "select * from reply_template where business_id = ? and id > ? order by id limit ?";

    private static final String REPLACE = """
            update reply_template set name = ?, text = ?, language = ?, updated_at = ? where business_id = ? and id = ?
            """;

    private final Sql sql;
    private final FeedbackList list;
    private final Clock clock;

    ReplyTemplates(Sql sql, FeedbackList list, Clock clock) {
        this.sql = sql;
        this.list = list;
        this.clock = clock;
    }

    /** Makes the reply's text of its template, where it has no text of its own. */
    @Transactional
    ReplyInput filled(String business, FeedbackKey key, ReplyInput input) {
        if (input.templateId() == null) {
            return input;
        }
        ReplyTemplateItem template = find(business, input.templateId())
                .orElseThrow(() -> Problems.validation("templateId", "is not the id of a template"));
        if (input.text() != null) {
            return input;
        }
        var feedback = list.find(business, key).orElseThrow(() -> Problems.notFound("The feedback"));
        return input.saying(TemplateText.filled(template.text(), feedback.content()));
    }

    @Transactional
    ReplyTemplateItem create(String business, JsonNode body, IdempotencyKey key) {
        ReplyTemplateInput input = ReplyTemplateInput.read(body);
        String id = key.id("rt_", business);
        String hash = IdempotencyKey.hash(body);
        Instant now = clock.instant();
        int made = sql.update(INSERT, business, id, input.name(), input.text(), input.language(), hash, now, now);
        if (made == 0) {
            String stored = sql.first(FIND, row -> row.getString("request_hash"), business, id)
                    .orElse(hash);
            IdempotencyKey.check(stored, hash, false);
        }
        return get(business, id);
    }

    @Transactional
    ReplyTemplatePage page(String business, String after, int limit) {
        List<ReplyTemplateItem> found = sql.list(PAGE, ReplyTemplateItem::read, business, after, limit + 1);
        boolean more = found.size() > limit;
        List<ReplyTemplateItem> shown = more ? found.subList(0, limit) : found;
        return new ReplyTemplatePage(shown, more ? shown.getLast().id() : null);
    }

    @Transactional
    ReplyTemplateItem get(String business, String id) {
        return find(business, id).orElseThrow(() -> Problems.notFound("The template"));
    }

    @Transactional
    ReplyTemplateItem replace(String business, String id, JsonNode body) {
        ReplyTemplateInput input = ReplyTemplateInput.read(body);
        sql.update(REPLACE, input.name(), input.text(), input.language(), clock.instant(), business, printable(id));
        return get(business, id);
    }

    @Transactional
    void delete(String business, String id) {
        if (sql.update("delete from reply_template where business_id = ? and id = ?", business, printable(id)) == 0) {
            throw Problems.notFound("The template");
        }
    }

    private Optional<ReplyTemplateItem> find(String business, String id) {
        return sql.first(FIND, ReplyTemplateItem::read, business, printable(id));
    }

    /** What is no id of ours is not there, and need not be asked for. */
    private static String printable(String id) {
        return id.matches("rt_[a-z2-7]{16}") ? id : "";
    }
}
