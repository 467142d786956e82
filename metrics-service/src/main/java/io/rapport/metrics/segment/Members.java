package io.rapport.metrics.segment;

import io.rapport.metrics.sql.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the customers whom a rule holds, all at once: each condition finds its own customers as a set, and one grouping of all
 * these sets tells of each customer which conditions hold. So the work grows with the facts, and not with customers times facts.
 */
public final class Members {
    private final AsOf asOf;
    private final Map<Rule.Condition, Integer> bits = new LinkedHashMap<>();

    private Members(AsOf asOf) {
        this.asOf = asOf;
    }

    /** Selects {@code customer_id}, each once, by the id that the customer goes by in the end. */
    public static Sql of(Rule rule, AsOf asOf) {
        return new Members(asOf).select(rule);
    }

    private Sql select(Rule rule) {
        return switch (rule) {
            case Rule.Saved saved -> select(saved.rule());
            case Rule.Condition condition -> alone(condition, true);
            case Rule.Not(Rule.Condition condition) -> alone(condition, false);
            default -> together(rule);
        };
    }

    /** One condition needs no grouping of sets: it is its own, or all but it. */
    private Sql alone(Rule.Condition condition, boolean holds) {
        return holds == ConditionMembers.isOfTheOthers(condition)
                ? ConditionMembers.others(condition, asOf)
                : ConditionMembers.of(condition, asOf);
    }

    private Sql together(Rule rule) {
        String holds = holds(rule);
        Sql found = Sql.of("select customer_id from (select customer_id, bit_or(bit) as held from (");
        boolean first = true;
        for (Map.Entry<Rule.Condition, Integer> entry : bits.entrySet()) {
            found.add((first ? "" : "union all ") + "select customer_id, " + (1L << entry.getValue())
                            + "::bigint as bit from (")
                    .add(ConditionMembers.of(entry.getKey(), asOf))
                    .add(") of_condition");
            first = false;
        }
        if (first || holdsOfNobodyFound(rule)) {
            found.add((first ? "" : "union all ") + "select customer_id, 0::bigint as bit from (")
                    .add(ConditionMembers.everybody(asOf))
                    .add(") everybody");
        }
        return found.add(") said group by customer_id) customer where " + holds);
    }

    /** That the rule holds, of the bits of the conditions whose sets have the customer. */
    private String holds(Rule rule) {
        return switch (rule) {
            case Rule.All all -> joined(all.rules(), " and ", "true");
            case Rule.Any any -> joined(any.rules(), " or ", "false");
            case Rule.Not not -> "not " + holds(not.rule());
            case Rule.Saved saved -> holds(saved.rule());
            case Rule.Named named -> throw new IllegalStateException(named.name() + " was never looked up");
            case Rule.Condition condition -> {
                long bit = 1L << bits.computeIfAbsent(condition, next -> bits.size());
                yield "(held & " + bit + ") " + (ConditionMembers.isOfTheOthers(condition) ? "= 0" : "<> 0");
            }
        };
    }

    private String joined(List<Rule> rules, String sign, String ofNone) {
        return rules.isEmpty() ? ofNone : rules.stream().map(this::holds).collect(Collectors.joining(sign, "(", ")"));
    }

    /** Whether it holds of customers whom no condition's set has: then all customers must be looked at. */
    private static boolean holdsOfNobodyFound(Rule rule) {
        return switch (rule) {
            case Rule.All all -> all.rules().stream().allMatch(Members::holdsOfNobodyFound);
            case Rule.Any any -> any.rules().stream().anyMatch(Members::holdsOfNobodyFound);
            case Rule.Not not -> !holdsOfNobodyFound(not.rule());
            case Rule.Saved saved -> holdsOfNobodyFound(saved.rule());
            case Rule.Named named -> false;
            case Rule.Condition condition -> ConditionMembers.isOfTheOthers(condition);
        };
    }
}
