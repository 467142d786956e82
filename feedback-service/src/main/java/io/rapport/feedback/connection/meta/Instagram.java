package io.rapport.feedback.connection.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.EventDraft;
import io.rapport.feedback.connection.FeedbackDraft;
import io.rapport.feedback.connection.Fetching;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Replying;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.frame.problem.Problems;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Comments on an Instagram account, and mentions of it, whose words must be fetched. */
@Singleton
class Instagram extends Meta implements Fetching, Replying {
    private final Outside outside;

    Instagram(Payloads payloads, Outside outside) {
        super(payloads);
        this.outside = outside;
    }

    @Override
    public String type() {
        return "instagram";
    }

    @Override
    String object() {
        return "instagram";
    }

    @Override
    List<Change> changes(MetaChange change, ConnectionOptions options) {
        String source = options.setting("source", type());
        return switch (change.field()) {
            case "comments", "live_comments" -> comment(change, source);
            case "mentions" -> List.of(mention(change, source));
            default -> List.of(new Change.Passed(change.field() + " is not used"));
        };
    }

    private List<Change> comment(MetaChange change, String source) {
        String id = Payloads.required(change.value(), "/id");
        if (change.isByTheAccountItself()) {
            return List.of(new Change.Passed("by the account itself"));
        }
        Change said = payloads.said(
                new FeedbackDraft(source, id, "post", change.told())
                        .text(change.text("text"))
                        .author(change.text("from", "username"), null)
                        .with("channel", "social"),
                change.told());
        Change event = new EventDraft(source, "comment:" + id, "social_comment", change.told())
                .with("channel", "social")
                .property("platform", "instagram")
                .property("postId", change.text("media", "id"))
                .change();
        return List.of(said, event);
    }

    private Change mention(MetaChange change, String source) {
        String id = id(change.value());
        JsonNode found = change.fetched() == null ? null : change.fetched().get(id);
        if (found == null || found.isNull()) {
            return payloads.deleted(source, id, change.told());
        }
        String text = Payloads.text(found.path("text"));
        return payloads.said(
                new FeedbackDraft(source, id, "post", change.told())
                        .text(text == null ? Payloads.text(found.path("caption")) : text)
                        .author(Payloads.text(found.path("username")), null)
                        .with("channel", "social")
                        .url(Payloads.text(found.path("permalink"))),
                change.told());
    }

    /** A mention in a comment, or else in the caption of somebody's picture. */
    private static String id(JsonNode value) {
        String comment = Payloads.text(value.path("comment_id"));
        return comment == null ? Payloads.required(value, "/media_id") : comment;
    }

    @Override
    public byte[] fetch(byte[] body, Access access) {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        for (JsonNode entry : payloads.object(body).path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                if (change.path("field").asText().equals("mentions")) {
                    JsonNode value = change.path("value");
                    found.set(id(value), mentioned(entry.path("id").asText(), value, access));
                }
            }
        }
        return found.isEmpty() ? new byte[0] : payloads.bytes(found);
    }

    private JsonNode mentioned(String account, JsonNode value, Access access) {
        String comment = Payloads.text(value.path("comment_id"));
        String wanted = comment == null ? "mentioned_media" : "mentioned_comment";
        String fields = comment == null
                ? wanted + ".media_id(" + id(value) + "){caption,username,permalink}"
                : wanted + ".comment_id(" + comment + "){text,username}";
        Outside.Answer answer = graph("/" + encoded(account) + "?fields=" + encoded(fields), access);
        return answer.isGone() ? null : payloads.object(answer.body()).get(wanted);
    }

    private Outside.Answer graph(String path, Access access) {
        String token = access.credential(ACCESS_TOKEN);
        if (token == null) {
            throw Problems.validation(
                    "credentials.accessToken", "is required to read what a mention says; set it and replay");
        }
        return outside.get(outside.base(type(), GRAPH) + path, Map.of("Authorization", "Bearer " + token));
    }

    @Override
    public boolean replies(Access access) {
        return access.credential(ACCESS_TOKEN) != null;
    }

    @Override
    public String reply(Reply reply, Access access) {
        return new Comments(outside, payloads, outside.base(type(), GRAPH), "replies", "text")
                .reply(reply, access, false);
    }

    @Override
    public String ask(Access access) {
        if (access.credential(ACCESS_TOKEN) == null) {
            return "without an accessToken mentions can't be read";
        }
        graph("/me?fields=id", access);
        return "the accessToken is taken";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    String sample(Instant now) {
        return """
                {"object": "instagram", "entry": [{"id": "0", "time": %d, "changes": [{"field": "comments", "value":
                 {"id": "test", "text": "A try-out.", "from": {"id": "1", "username": "nobody"}, "media": {"id": "2"}}}]}]}""".formatted(now.getEpochSecond());
    }
}
