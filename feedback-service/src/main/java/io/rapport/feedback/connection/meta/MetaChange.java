package io.rapport.feedback.connection.meta;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Payloads;
import java.time.Instant;

/**
 * One change of a page or account.
 *
 * @param account whose page or account it is
 * @param told when Meta told it: of two versions the later one holds
 * @param fetched what was fetched for the delivery's thin changes, by their ids; null for nothing
 */
record MetaChange(String account, Instant told, String field, JsonNode value, JsonNode fetched) {
    private static final long MILLIS = 100_000_000_000L;

    static MetaChange of(JsonNode entry, JsonNode change, JsonNode fetched) {
        long time = entry.path("time").asLong();
        return new MetaChange(
                entry.path("id").asText(),
                time > MILLIS ? Instant.ofEpochMilli(time) : Payloads.seconds(entry.path("time"), "entry.time"),
                change.path("field").asText(),
                change.path("value"),
                fetched);
    }

    String text(String member) {
        return Payloads.text(value.path(member));
    }

    String text(String parent, String member) {
        return Payloads.text(value.path(parent).path(member));
    }

    /** When it was made, where that is said; else when it was told. */
    Instant made() {
        return value.path("created_time").canConvertToLong()
                ? Payloads.seconds(value.path("created_time"), "created_time")
                : told;
    }

    boolean isRemoval() {
        String verb = value.path("verb").asText();
        return verb.equals("remove") || verb.equals("delete") || verb.equals("hide");
    }

    boolean isByTheAccountItself() {
        return account.equals(text("from", "id"));
    }
}
