package io.rapport.feedback.connection.meta;

import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.EventDraft;
import io.rapport.feedback.connection.FeedbackDraft;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Replying;
import io.rapport.feedback.connection.outside.Outside;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Recommendations (yes or no, without stars), comments and mentions of a Facebook page, and reactions to its posts. */
@Singleton
class Facebook extends Meta implements Replying {
    private final Outside outside;

    Facebook(Payloads payloads, Outside outside) {
        super(payloads);
        this.outside = outside;
    }

    @Override
    public boolean replies(Access access) {
        return access.credential(ACCESS_TOKEN) != null;
    }

    @Override
    public String reply(Reply reply, Access access) {
        return new Comments(outside, payloads, outside.base(type(), GRAPH), "comments", "message")
                .reply(reply, access, true);
    }

    @Override
    public String type() {
        return "facebook";
    }

    @Override
    String object() {
        return "page";
    }

    @Override
    List<Change> changes(MetaChange change, ConnectionOptions options) {
        String source = options.setting("source", type());
        return switch (change.field()) {
            case "ratings" -> List.of(recommendation(change, source, options));
            case "feed" -> feed(change, source);
            case "mention" -> List.of(mention(change, source));
            default -> List.of(new Change.Passed(change.field() + " is not used"));
        };
    }

    private Change recommendation(MetaChange change, String source, ConnectionOptions options) {
        String story = change.text("open_graph_story_id");
        String id = story == null ? Payloads.required(change.value(), "/reviewer_id") : story;
        if (change.isRemoval()) {
            return payloads.deleted(source, id, change.told());
        }
        boolean isRecommendation = "rating".equals(change.text("item")) || change.text("recommendation_type") != null;
        if (!isRecommendation) {
            return new Change.Passed("a " + change.text("item") + " of a recommendation is not used");
        }
        FeedbackDraft draft = new FeedbackDraft(source, id, "review", change.made())
                .text(change.text("review_text"))
                .author(change.text("reviewer_name"), null)
                .with("channel", "social")
                .with("location", options.setting("location", null));
        String type = change.text("recommendation_type");
        if (type != null) {
            draft.recommends(type.equalsIgnoreCase("positive"));
        }
        return payloads.said(draft, change.told());
    }

    private List<Change> feed(MetaChange change, String source) {
        if (change.isByTheAccountItself()) {
            return List.of(new Change.Passed("by the page itself"));
        }
        return switch (String.valueOf(change.text("item"))) {
            case "comment" -> comment(change, source);
            case "reaction", "like" -> List.of(reaction(change, source));
            case "share" -> List.of(event(change, source, "social_share", "share:" + change.text("share_id")));
            case "post", "status" -> List.of(post(change, source, change.text("post_id")));
            default -> List.of(new Change.Passed("a " + change.text("item") + " is not used"));
        };
    }

    private List<Change> comment(MetaChange change, String source) {
        String id = Payloads.required(change.value(), "/comment_id");
        List<Change> changes = new ArrayList<>();
        changes.add(post(change, source, id));
        if (!change.isRemoval()) {
            changes.add(event(change, source, "social_comment", "comment:" + id));
        }
        return changes;
    }

    private Change mention(MetaChange change, String source) {
        String comment = change.text("comment_id");
        return post(change, source, comment == null ? Payloads.required(change.value(), "/post_id") : comment);
    }

    private Change post(MetaChange change, String source, String id) {
        if (change.isRemoval()) {
            return payloads.deleted(source, id, change.told());
        }
        String name = change.text("from", "name");
        return payloads.said(
                new FeedbackDraft(source, id, "post", change.made())
                        .text(change.text("message"))
                        .author(name == null ? change.text("sender_name") : name, null)
                        .with("channel", "social")
                        .url(change.text("permalink_url")),
                change.told());
    }

    private Change reaction(MetaChange change, String source) {
        if (!"add".equals(change.text("verb"))) {
            return new Change.Passed("a reaction that was changed or taken back");
        }
        String id = "reaction:" + change.text("post_id") + ":" + change.text("from", "id") + ":"
                + change.made().getEpochSecond();
        return event(change, source, "social_reaction", id);
    }

    private static Change event(MetaChange change, String source, String type, String id) {
        return new EventDraft(source, id, type, change.made())
                .with("channel", "social")
                .property("platform", "facebook")
                .property("postId", change.text("post_id"))
                .property("reaction", change.text("reaction_type"))
                .change();
    }

    @Override
    String sample(Instant now) {
        return """
                {"object": "page", "entry": [{"id": "0", "time": %1$d, "changes": [{"field": "ratings", "value":
                 {"item": "rating", "verb": "add", "open_graph_story_id": "test", "recommendation_type": "positive",
                  "review_text": "A try-out.", "reviewer_name": "Nobody", "created_time": %1$d}}]}]}""".formatted(now.getEpochSecond());
    }
}
