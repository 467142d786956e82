package io.rapport.feedback.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.review.FeedbackKey;
import io.rapport.frame.json.PersonIds;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom something is about, as metrics-service knows them.
 *
 * @param customers all ids of the customer
 * @param visitors who were linked to any of them, if not at all times
 * @param addresses e-mail addresses, phone numbers and handles that were linked to any of them
 * @param feedback what is known to be theirs, also by a visitor that they were then
 */
record PersonOrder(List<String> customers, List<String> visitors, List<String> addresses, List<FeedbackKey> feedback) {

    static PersonOrder read(JsonNode order) {
        return new PersonOrder(
                texts(order.path("customers")),
                texts(order.path("visitors")),
                texts(order.path("addresses")),
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

    /** What tells that a raw delivery, or a row of a file, carries them. */
    PersonIds traces(List<FeedbackKey> keys) {
        return new PersonIds(Stream.of(
                        customers.stream(),
                        visitors.stream(),
                        addresses.stream(),
                        keys.stream().map(FeedbackKey::id))
                .flatMap(ids -> ids)
                .toList());
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
