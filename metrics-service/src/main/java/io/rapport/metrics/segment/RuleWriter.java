package io.rapport.metrics.segment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes a rule as the JSON that {@link RuleReader} reads. */
final class RuleWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RuleWriter() {}

    static ObjectNode write(Rule rule) {
        return switch (rule) {
            case Rule.All all -> group("all", all.rules());
            case Rule.Any any -> group("any", any.rules());
            case Rule.Not not -> JSON.objectNode().set("not", write(not.rule()));
            case Rule.Saved saved -> write(saved.rule());
            case Rule.Trait trait -> test(subject("trait", trait.name()), trait.test());
            case Rule.Scored scored ->
                test(subject(scored.score().subject(), scored.score().text()), scored.test());
            case Rule.Did did -> did(did);
            case Rule.Bought bought -> bought(bought);
            case Rule.Said said -> {
                ObjectNode node = subject("said", said.label() == null ? "anything" : said.label());
                if (said.kind() != null) {
                    node.put("kind", said.kind());
                }
                yield days(times(node, said.times()), said.days());
            }
            case Rule.Sounds sounds -> days(bounds(subject("sentiment", "average"), sounds.score()), sounds.days());
            case Rule.Answered answered ->
                days(bounds(subject("answered", answered.survey()), answered.score()), answered.days());
            case Rule.Known known -> throw new IllegalArgumentException(known.field());
            case Rule.Named named -> throw new IllegalArgumentException(named.name());
        };
    }

    private static ObjectNode group(String name, List<Rule> rules) {
        ObjectNode group = JSON.objectNode();
        ArrayNode members = group.putArray(name);
        rules.forEach(rule -> members.add(write(rule)));
        return group;
    }

    private static ObjectNode test(ObjectNode node, Rule.Test test) {
        return switch (test) {
            case Rule.Present present -> node.put("exists", true);
            case Rule.OneOf one
            when one.values().size() == 1 -> node.put("is", one.values().getFirst());
            case Rule.OneOf one -> {
                ArrayNode in = node.putArray("in");
                one.values().forEach(in::add);
                yield node;
            }
            case Rule.Sized sized -> bounds(node, sized.bounds());
        };
    }

    private static ObjectNode did(Rule.Did did) {
        ObjectNode node = days(times(subject("did", did.type()), did.times()), did.days());
        if (!did.where().isEmpty()) {
            ObjectNode where = node.putObject("where");
            did.where().forEach(where::put);
        }
        return node;
    }

    private static ObjectNode bought(Rule.Bought bought) {
        ObjectNode node = bounds(subject("value", bought.worth().text()), bought.bounds());
        if (bought.topPercent() != null) {
            node.put("topPercent", bought.topPercent());
        }
        return days(node, bought.days());
    }

    private static ObjectNode subject(String subject, String value) {
        return JSON.objectNode().put(subject, value);
    }

    private static ObjectNode times(ObjectNode node, Times times) {
        if (times.most() != null && times.most() == times.least()) {
            return node.put("exactly", times.least());
        }
        if (times.least() > 0 || times.most() == null) {
            node.put("atLeast", times.least());
        }
        return times.most() == null ? node : node.put("atMost", times.most());
    }

    private static ObjectNode bounds(ObjectNode node, Bounds bounds) {
        if (bounds.low() != null) {
            node.put(
                    bounds.low().included() ? "atLeast" : "moreThan",
                    bounds.low().value());
        }
        if (bounds.high() != null) {
            node.put(
                    bounds.high().included() ? "atMost" : "lessThan",
                    bounds.high().value());
        }
        return node;
    }

    private static ObjectNode days(ObjectNode node, Integer days) {
        return days == null ? node : node.put("inLastDays", days);
    }
}
