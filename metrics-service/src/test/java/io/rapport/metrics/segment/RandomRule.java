package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Rules of every kind, about what random histories have. */
final class RandomRule {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> TYPES = List.of("purchase", "store_visit", "share");
    static final int KINDS = 6;

    private final Random random;

    private RandomRule(Random random) {
        this.random = random;
    }

    static ObjectNode any(Random random) {
        return new RandomRule(random).rule(0);
    }

    /** One condition of a kind, from 0 to 5. */
    static ObjectNode condition(Random random, int kind) {
        return new RandomRule(random).condition(kind);
    }

    private ObjectNode rule(int depth) {
        int choice = random.nextInt(depth > 2 ? 4 : 8);
        if (choice < 4) {
            return condition(random.nextInt(KINDS));
        }
        if (choice == 4) {
            return JSON.objectNode().set("not", rule(depth + 1));
        }
        ObjectNode group = JSON.objectNode();
        ArrayNode rules = group.putArray(random.nextBoolean() ? "all" : "any");
        for (int i = 0; i <= random.nextInt(3); i++) {
            rules.add(rule(depth + 1));
        }
        return group;
    }

    private ObjectNode condition(int kind) {
        return switch (kind) {
            case 0 -> trait();
            case 1 -> {
                ObjectNode did = days(times(subject("did", TYPES.get(random.nextInt(TYPES.size())))));
                if (random.nextInt(4) == 0) {
                    did.putObject("where").put("channel", random.nextBoolean() ? "shop" : "app");
                }
                yield did;
            }
            case 2 -> {
                ObjectNode said = days(times(subject(
                        "said",
                        List.of("positive", "neutral", "negative", "anything").get(random.nextInt(4)))));
                yield random.nextInt(4) == 0 ? said.put("kind", random.nextBoolean() ? "post" : "review") : said;
            }
            case 3 -> days(bounds(subject("sentiment", "average"), -10, 10, 1));
            case 4 -> {
                ObjectNode answered = days(subject("answered", random.nextBoolean() ? "nps" : "csat"));
                yield random.nextInt(4) == 0 ? answered : bounds(answered, 0, 10, 0);
            }
            default -> value();
        };
    }

    private ObjectNode trait() {
        ObjectNode trait = subject("trait", random.nextBoolean() ? "plan" : "age");
        return switch (random.nextInt(4)) {
            case 0 -> trait.put("exists", true);
            case 1 -> trait.put("is", random.nextBoolean() ? "gold" : "30");
            case 2 -> {
                trait.putArray("in").add("gold").add("40");
                yield trait;
            }
            default -> bounds(trait, 10, 60, 0);
        };
    }

    private ObjectNode value() {
        switch (random.nextInt(5)) {
            case 0 -> {
                return bounds(subject("value", "daysSinceFirstOrder"), 0, 100, 0);
            }
            case 1 -> {
                return bounds(subject("value", "daysSinceLastOrder"), 0, 100, 0);
            }
            default -> {
                ObjectNode value = days(subject(
                        "value", List.of("orders", "revenue", "averageOrder").get(random.nextInt(3))));
                return random.nextInt(4) == 0
                        ? value.put("topPercent", 5 + random.nextInt(60))
                        : bounds(value, 0, value.path("value").asText().equals("orders") ? 5 : 60, 0);
            }
        }
    }

    private ObjectNode times(ObjectNode node) {
        return switch (random.nextInt(4)) {
            case 0 -> node;
            case 1 -> node.put("exactly", random.nextInt(3));
            case 2 -> node.put("atMost", random.nextInt(4));
            default -> node.put("atLeast", random.nextInt(4));
        };
    }

    private ObjectNode bounds(ObjectNode node, int least, int most, int scale) {
        java.math.BigDecimal one = java.math.BigDecimal.valueOf(least + random.nextInt(most - least + 1), scale);
        return node.put(List.of("atLeast", "atMost", "moreThan", "lessThan").get(random.nextInt(4)), one);
    }

    private ObjectNode days(ObjectNode node) {
        return random.nextBoolean() ? node : node.put("inLastDays", 1 + random.nextInt(80));
    }

    private static ObjectNode subject(String subject, String value) {
        return JSON.objectNode().put(subject, value);
    }
}
