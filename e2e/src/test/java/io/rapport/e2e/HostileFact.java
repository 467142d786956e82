package io.rapport.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A fact with one member that must not be stored.
 *
 * @param field what the problem is to name
 * @param json the whole fact
 */
record HostileFact(Door door, String field, String json) {
    private static final List<String> YEARS = List.of("\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59Z\"");
    private static final List<String> DAYS = List.of("\"0001-01-01\"", "\"9999-12-31\"");
    private static final List<String> NULS = List.of("\"a\\u0000b\"", "\"\\u0000\"");
    private static final List<String> AMOUNTS = List.of(
            "\"NaN\"",
            "\"Infinity\"",
            "\"-Infinity\"",
            "\"1e999999\"",
            "1e999999",
            "-1e999999",
            "\"1e2147483647\"",
            "\"1e-2147483647\"",
            "\"1e99999999999\"");

    /** Where facts come in. */
    enum Door {
        EVENT(
                "/v1/events",
                "application/json",
                "application/json",
                "",
                "properties",
                Map.of(
                        "id", "\"good\"",
                        "source", "\"web\"",
                        "type", "\"page_view\"",
                        "occurredAt", "\"2026-03-01T10:00:00Z\"",
                        "visitorId", "\"v\"")),
        CLOUD_EVENT(
                "/v1/events",
                "application/cloudevents+json",
                "application/cloudevents-batch+json",
                "data",
                "data",
                Map.of(
                        "specversion", "\"1.0\"",
                        "id", "\"good\"",
                        "source", "\"web\"",
                        "type", "\"page_view\"",
                        "time", "\"2026-03-01T10:00:00Z\"")),
        IDENTIFY(
                "/v1/identify",
                "application/json",
                null,
                "",
                "traits",
                Map.of("visitorId", "\"v\"", "customerId", "\"c\"")),
        SPEND(
                "/v1/spend",
                "application/json",
                "application/json",
                "",
                "channel",
                Map.of(
                        "kind", "\"ads\"",
                        "from", "\"2026-03-01\"",
                        "to", "\"2026-04-01\"",
                        "amount", "{\"amount\": \"1\", \"currency\": \"EUR\"}"));

        private final String path;
        private final String type;
        private final String batchType;
        private final String inside;
        private final String free;
        private final Map<String, String> members;

        Door(String path, String type, String batchType, String inside, String free, Map<String, String> members) {
            this.path = path;
            this.type = type;
            this.batchType = batchType;
            this.inside = inside;
            this.free = free;
            this.members = members;
        }

        String path() {
            return path;
        }

        String type() {
            return type;
        }

        /** Null where one fact comes at a time. */
        String batchType() {
            return batchType;
        }

        /** The member that takes most. */
        String free() {
            return free;
        }

        String good() {
            return object(members);
        }

        String with(String member, String value) {
            Map<String, String> changed = new LinkedHashMap<>(members);
            changed.put(member, value);
            return object(changed);
        }

        private HostileFact bad(String member, String value, String below) {
            boolean within = !inside.isEmpty() && !members.containsKey(member) && !member.equals("ext");
            String json = within ? with(inside, "{\"" + member + "\": " + value + "}") : with(member, value);
            return new HostileFact(this, (within ? inside + "." : "") + member + below, json);
        }
    }

    static Stream<HostileFact> all() {
        List<HostileFact> all = new ArrayList<>();
        for (Door door : List.of(Door.EVENT, Door.CLOUD_EVENT)) {
            add(all, door, door == Door.EVENT ? "occurredAt" : "time", YEARS);
            for (String text :
                    List.of("id", "source", "visitorId", "customerId", "channel", "campaign", "touchpoint")) {
                add(all, door, text, NULS);
            }
            all.add(door.bad("page", "{\"url\": \"https://a.example/\\u0000\"}", ".url"));
            all.add(door.bad("context", "{\"userAgent\": \"\\u0000\"}", ".userAgent"));
            AMOUNTS.forEach(amount -> all.add(door.bad("value", money(amount), ".amount")));
            add(all, door, "properties", free());
        }
        add(all, Door.CLOUD_EVENT, "ext", List.of("\"\\u0000\"", "1e999999"));
        add(all, Door.IDENTIFY, "occurredAt", YEARS);
        add(all, Door.IDENTIFY, "visitorId", NULS);
        add(all, Door.IDENTIFY, "customerId", NULS);
        add(all, Door.IDENTIFY, "traits", free());
        add(all, Door.SPEND, "from", DAYS);
        add(all, Door.SPEND, "to", DAYS);
        add(all, Door.SPEND, "channel", NULS);
        add(all, Door.SPEND, "campaign", NULS);
        AMOUNTS.forEach(amount -> all.add(Door.SPEND.bad("amount", money(amount), ".amount")));
        return all.stream();
    }

    static String nested(String open, String close) {
        return open.repeat(10_000) + (open.equals("[") ? "" : "1") + close.repeat(10_000);
    }

    @Override
    public String toString() {
        return door + " " + (json.length() > 200 ? json.substring(0, 200) + "…" : json);
    }

    private static void add(List<HostileFact> all, Door door, String member, List<String> values) {
        values.forEach(value -> all.add(door.bad(member, value, "")));
    }

    private static List<String> free() {
        String thousand = Stream.iterate(0, i -> i < 1_000, i -> i + 1)
                .map(i -> "\"p" + i + "\": " + i)
                .collect(Collectors.joining(", ", "{", "}"));
        return List.of(
                thousand,
                "{\"a\": {\"b\": " + thousand + "}}",
                "{\"a\\u0000b\": 1}",
                "{\"a\": \"\\u0000\"}",
                "{\"a\": {\"b\": [[\"\\u0000\"]]}}",
                "{\"a\": {\"b\\u0000\": 1}}",
                "{\"n\": 1e999999}",
                "{\"n\": [-1e999999]}",
                "{\"n\": 1e-999999}");
    }

    private static String money(String amount) {
        return "{\"amount\": " + amount + ", \"currency\": \"EUR\"}";
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
