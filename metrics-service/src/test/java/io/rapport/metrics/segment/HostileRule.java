package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rules of which something was replaced, taken away or added by whoever means no good. */
final class HostileRule {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> NAMES = List.of(
            "all",
            "any",
            "not",
            "trait",
            "did",
            "value",
            "is",
            "in",
            "atLeast",
            "inLastDays",
            "where",
            "x'; drop table segment; --");

    private HostileRule() {}

    static String any(Random random) {
        ObjectNode rule = RandomRule.any(random);
        for (int i = 0; i < random.nextInt(4); i++) {
            List<ObjectNode> nodes = new ArrayList<>();
            gather(rule, nodes);
            spoil(nodes.get(random.nextInt(nodes.size())), random);
        }
        return rule.toString();
    }

    private static void gather(JsonNode node, List<ObjectNode> nodes) {
        if (node instanceof ObjectNode object) {
            nodes.add(object);
        }
        node.forEach(child -> gather(child, nodes));
    }

    private static void spoil(ObjectNode node, Random random) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() || random.nextInt(3) == 0
                ? NAMES.get(random.nextInt(NAMES.size()))
                : names.get(random.nextInt(names.size()));
        if (random.nextInt(5) == 0) {
            node.remove(name);
        } else {
            node.set(name, value(random));
        }
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(new BigDecimal("1e99999999"));
            case 4 -> JSON.numberNode(-0.5);
            case 5 -> JSON.textNode("' or 1 = 1; --");
            case 6 -> JSON.textNode("\u0000");
            case 7 -> JSON.textNode("x".repeat(random.nextInt(3_000)));
            case 8 -> JSON.textNode("99999999999999999999999999");
            case 9 -> JSON.arrayNode().add(JSON.arrayNode());
            case 10 -> {
                ArrayNode many = JSON.arrayNode();
                for (int i = 0; i < random.nextInt(60); i++) {
                    many.add(RandomRule.condition(random, random.nextInt(RandomRule.KINDS)));
                }
                yield many;
            }
            default -> RandomRule.any(random);
        };
    }
}
