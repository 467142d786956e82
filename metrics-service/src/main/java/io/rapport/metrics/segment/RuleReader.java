package io.rapport.metrics.segment;

import io.rapport.frame.json.JsonInput;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the rule of a saved segment from JSON: groups {@code {"all": […]}}, {@code {"any": […]}} and {@code {"not": {…}}}, and
 * conditions, each an object with one member that says what it is about. Each broken rule is named with the path to it.
 */
public final class RuleReader {
    static final int DEEPEST = 8;
    static final int MOST_CONDITIONS = 50;
    private static final Rule NOTHING = new Rule.Any(List.of());
    private static final List<String> GROUPS = List.of("all", "any", "not");

    private int conditions;

    private RuleReader() {}

    /** Null where it is missing or refused. */
    public static Rule read(JsonInput parent, String field) {
        JsonInput node = parent.requiredChild(field);
        if (node == null) {
            return null;
        }
        RuleReader reader = new RuleReader();
        Rule rule = reader.rule(parent, field, node, 1);
        if (reader.conditions > MOST_CONDITIONS) {
            parent.refuse(field, "must have at most " + MOST_CONDITIONS + " conditions; it has " + reader.conditions);
        }
        return rule;
    }

    /** Where it is refused, anything is given back: the refusal is remembered. */
    private Rule rule(JsonInput parent, String field, JsonInput node, int depth) {
        List<String> subjects = new ArrayList<>(GROUPS);
        subjects.addAll(ConditionReader.SUBJECTS);
        List<String> given = subjects.stream().filter(node::has).toList();
        if (given.size() != 1) {
            String found = given.isEmpty() ? "" : "; it has " + String.join(" and ", given);
            parent.refuse(field, "must have exactly one of " + String.join(", ", subjects) + found);
            return NOTHING;
        }
        if (depth > DEEPEST) {
            parent.refuse(field, "must not be nested more than " + DEEPEST + " deep");
            return NOTHING;
        }
        return switch (given.getFirst()) {
            case "all" -> new Rule.All(rules(node, "all", depth));
            case "any" -> new Rule.Any(rules(node, "any", depth));
            case "not" -> not(node, depth);
            default -> {
                conditions++;
                Rule condition = new ConditionReader(node).read(given.getFirst());
                yield condition == null ? NOTHING : condition;
            }
        };
    }

    private Rule not(JsonInput node, int depth) {
        JsonInput child = node.child("not");
        return child == null ? NOTHING : new Rule.Not(rule(node, "not", child, depth + 1));
    }

    private List<Rule> rules(JsonInput node, String field, int depth) {
        if (!node.any(field).isArray() || node.any(field).isEmpty()) {
            node.refuse(field, "must be an array of 1 to " + MOST_CONDITIONS + " rules");
            return List.of();
        }
        List<JsonInput> children = node.children(field, MOST_CONDITIONS);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            rules.add(rule(node, field + "[" + i + "]", children.get(i), depth + 1));
        }
        return rules;
    }
}
