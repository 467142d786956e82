package io.rapport.feedback.review;

import io.rapport.frame.json.Text;
import io.rapport.frame.problem.Problems;

/** What names a feedback within a business: who reports it, and under which id. */
public record FeedbackKey(String source, String id) {

    /** As a path names it; what PostgreSQL could not store can't be known, and is not found. */
    public static FeedbackKey named(String source, String id) {
        if (Text.brokenRule(source, 200) != null || Text.brokenRule(id, 1_000) != null) {
            throw Problems.notFound("The feedback");
        }
        return new FeedbackKey(source, id);
    }
}
