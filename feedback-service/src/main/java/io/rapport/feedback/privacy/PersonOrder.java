package io.rapport.feedback.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.review.FeedbackKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom to forget, as metrics-service knows them.
 *
 * @param customers all ids of the customer
 * @param visitors who were linked to any of them, if not at all times
 * @param feedback what is known to be theirs, also by a visitor that they were then
 */
record PersonOrder(List<String> customers, List<String> visitors, List<FeedbackKey> feedback) {
    /** A shorter id would be found in what has nothing to do with the person. */
    private static final int SHORTEST_BARE = 6;

    static PersonOrder read(JsonNode order) {
        return new PersonOrder(
                texts(order.path("customers")),
                texts(order.path("visitors")),
                order.path("feedback")
                        .valueStream()
                        .map(one -> new FeedbackKey(
                                one.path("source").asText(), one.path("id").asText()))
                        .toList());
    }

    /** As surveys remember whom they asked. */
    String[] persons() {
        return Stream.concat(
                        customers.stream().map(id -> "c:" + id),
                        visitors.stream().map(id -> "v:" + id))
                .toArray(String[]::new);
    }

    /** What the raw deliveries that carry them hold: an id as a JSON string or number, or within a form. */
    String[] traces(List<FeedbackKey> keys) {
        return Stream.concat(customers.stream(), keys.stream().map(FeedbackKey::id))
                .distinct()
                .map(id -> id.length() < SHORTEST_BARE ? '"' + id + '"' : id)
                .toArray(String[]::new);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
