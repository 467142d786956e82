package io.rapport.feedback.connection.trustpilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.connection.Payloads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which reviews the rounds have listed, to notice those that are no more: Trustpilot doesn't tell. One that was listed, and is
 * missing in two whole rounds that reach back beyond it, is gone. So many at once that it looks like a fault aren't believed.
 */
final class Listed {
    private static final int MOST = 2_000;
    private static final int ROUNDS = 2;
    private static final int FEW = 10;

    /** From the id to when it was made, in seconds, and in how many rounds it was missing. */
    private final ObjectNode known;

    /** From the id to when it was made, of the round under way. */
    private final ObjectNode round;

    private Listed(ObjectNode known, ObjectNode round) {
        this.known = known;
        this.round = round;
    }

    static Listed of(JsonNode cursor) {
        return new Listed(object(cursor, "known"), object(cursor, "round"));
    }

    private static ObjectNode object(JsonNode cursor, String name) {
        return cursor != null && cursor.path(name).isObject()
                ? cursor.path(name).deepCopy()
                : JsonNodeFactory.instance.objectNode();
    }

    /** They come newest first, so that the newest are those that are kept in mind. */
    void see(JsonNode reviews) {
        for (JsonNode review : reviews) {
            String id = Payloads.text(review.path("id"));
            if (id != null && round.size() < MOST) {
                round.put(
                        id,
                        Payloads.instant(review.path("createdAt"), "createdAt").getEpochSecond());
            }
        }
    }

    /** Ends the round. @return who is gone */
    List<String> end() {
        long oldest = round.valueStream().mapToLong(JsonNode::asLong).min().orElse(Long.MAX_VALUE);
        List<Map.Entry<String, JsonNode>> missing = known.properties().stream()
                .filter(one -> !round.has(one.getKey()) && one.getValue().get(0).asLong() > oldest)
                .toList();
        boolean believed = missing.size() <= Math.max(FEW, known.size() / 2);
        List<String> gone = new ArrayList<>();
        ObjectNode next = JsonNodeFactory.instance.objectNode();
        round.properties()
                .forEach(one -> next.putArray(one.getKey()).add(one.getValue()).add(0));
        missing.stream().sorted(Comparator.comparing(Map.Entry::getKey)).forEach(one -> {
            int times = one.getValue().get(1).asInt() + (believed ? 1 : 0);
            if (times >= ROUNDS) {
                gone.add(one.getKey());
            } else {
                next.putArray(one.getKey()).add(one.getValue().get(0)).add(times);
            }
        });
        if (!round.isEmpty()) {
            known.removeAll();
            known.setAll(next);
        }
        round.removeAll();
        return gone;
    }

    JsonNode json() {
        ObjectNode listed = JsonNodeFactory.instance.objectNode();
        listed.set("known", known);
        listed.set("round", round);
        return listed;
    }
}
