package io.rapport.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that programs stumble over, in the places of good ones. */
record Hostile(Random random) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uFFFF",
            "\u202Eabc",
            "😀",
            "null",
            "true",
            "-1",
            "0",
            "1e309",
            "NaN",
            "99999999999999999999",
            "../../etc/passwd",
            "..",
            "%",
            "%00",
            "_",
            "' OR '1'='1",
            "\\",
            "\"",
            "{}",
            "[]",
            "1969-12-31",
            "9999-12-31",
            "0000-00-00",
            "2026-02-30T25:61:61Z",
            "1969-12-31T23:59:59Z",
            "9999-12-31T23:59:59Z",
            "+1000000000-01-01T00:00:00Z",
            "Europe/Nowhere",
            "==",
            "a==b;c!=d,e~=f",
            "(((",
            "http://[::1",
            "javascript:alert(1)",
            "x".repeat(300),
            "x".repeat(5_000),
            "é".repeat(3_000),
            "İ".repeat(300));

    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A parameter's value: sometimes one that exists, or that fits. */
    String parameter(JsonNode parameter, List<String> known) {
        JsonNode schema = parameter.path("schema");
        if (parameter.path("in").asText().equals("path") && !known.isEmpty() && !oneIn(3)) {
            return known.get(random.nextInt(known.size()));
        }
        if (oneIn(2)) {
            return text();
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum")
                    .path(random.nextInt(schema.path("enum").size()))
                    .asText();
        }
        String name = parameter.path("name").asText();
        return name.equals("from")
                ? "2026-03-01"
                : name.equals("to") ? "2026-04-01" : parameter.path("example").asText("1");
    }

    String body(List<JsonNode> examples) {
        JsonNode tree = examples.get(random.nextInt(examples.size())).deepCopy();
        for (int i = random.nextInt(3); i > 0; i--) {
            tree = mutate(tree);
        }
        String text = Json.write(tree);
        return oneIn(6) ? breakText(text) : text;
    }

    private JsonNode mutate(JsonNode tree) {
        List<JsonNode> parents = new ArrayList<>();
        collect(tree, parents);
        if (parents.isEmpty() || oneIn(12)) {
            return value();
        }
        JsonNode parent = parents.get(random.nextInt(parents.size()));
        if (parent instanceof ObjectNode object) {
            mutate(object);
        } else if (parent instanceof ArrayNode array) {
            mutate(array);
        }
        return tree;
    }

    private void mutate(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || oneIn(10)) {
            object.set(text(), value());
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        if (oneIn(5)) {
            object.remove(name);
        } else {
            object.set(name, value());
        }
    }

    private void mutate(ArrayNode array) {
        if (array.isEmpty() || oneIn(4)) {
            array.add(value());
        } else if (oneIn(4)) {
            JsonNode element = array.get(0);
            for (int i = 0; i < 30; i++) {
                array.add(element.deepCopy());
            }
        } else {
            array.set(random.nextInt(array.size()), value());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(-1);
            case 3 -> NODES.numberNode(0.1);
            case 4 -> NODES.numberNode(new BigDecimal("1e400"));
            case 5 -> NODES.numberNode(BigInteger.TWO.pow(70));
            case 6 -> NODES.objectNode();
            case 7 -> NODES.arrayNode();
            case 8 -> NODES.arrayNode().add(NODES.objectNode().put("a", text()));
            case 9 -> deep();
            default -> NODES.textNode(text());
        };
    }

    private JsonNode deep() {
        JsonNode node = NODES.objectNode();
        for (int i = random.nextInt(200); i > 0; i--) {
            node = NODES.objectNode().set("a", node);
        }
        return node;
    }

    private String breakText(String text) {
        if (text.isEmpty()) {
            return "{";
        }
        int at = random.nextInt(text.length());
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + "\u0000" + text.substring(at);
            case 2 -> text.substring(0, at) + "\\ud800" + text.substring(at);
            default -> text.substring(0, at) + "{[\",:}]".charAt(random.nextInt(7)) + text.substring(at + 1);
        };
    }

    /** Percent-encoded, lone surrogates too. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
