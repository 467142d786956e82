package io.rapport.feedback.connection.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Connector.Access;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Replying.Reply;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.frame.problem.Problems;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Replies as comments by the Graph API. A comment is made by every call, so what stands there is looked at first; what is there
 * already in these words is not said again.
 */
final class Comments {
    private static final Pattern ID = Pattern.compile("[0-9_]{1,100}");

    private final Outside outside;
    private final Payloads payloads;
    private final String base;
    private final String edge;
    private final String text;

    /**
     * @param edge what answers to a comment are called
     * @param text what the words of one are called
     */
    Comments(Outside outside, Payloads payloads, String base, String edge, String text) {
        this.outside = outside;
        this.payloads = payloads;
        this.base = base;
        this.edge = edge;
        this.text = text;
    }

    /** @return the comment's id */
    String reply(Reply reply, Access access, boolean editable) {
        if (!ID.matcher(reply.feedback()).matches()) {
            throw Problems.validation(null, "It is nothing that can be answered there.");
        }
        Map<String, String> headers = Map.of("Authorization", "Bearer " + access.credential(Meta.ACCESS_TOKEN));
        String there = find(reply, headers);
        if (there != null) {
            return there;
        }
        if (reply.postedId() == null) {
            return post(base + "/" + reply.feedback() + "/" + edge, reply.text(), headers);
        }
        if (!editable || !ID.matcher(reply.postedId()).matches()) {
            throw Problems.validation(null, "Another reply stands there, and can't be changed from here.");
        }
        post(base + "/" + reply.postedId(), reply.text(), headers);
        return reply.postedId();
    }

    private String find(Reply reply, Map<String, String> headers) {
        Outside.Answer answer =
                outside.get(base + "/" + reply.feedback() + "/" + edge + "?fields=id," + text + "&limit=100", headers);
        if (answer.isGone()) {
            throw gone();
        }
        for (JsonNode comment : payloads.object(answer.body()).path("data")) {
            if (reply.text().strip().equals(comment.path(text).asText().strip())) {
                return Payloads.text(comment.path("id"));
            }
        }
        return null;
    }

    private String post(String address, String message, Map<String, String> headers) {
        Outside.Answer answer = outside.post(address, headers, Map.of("message", message));
        if (answer.isGone()) {
            throw gone();
        }
        return Payloads.text(payloads.object(answer.body()).path("id"));
    }

    private static RuntimeException gone() {
        return Problems.validation(null, "It is not there any more.");
    }
}
