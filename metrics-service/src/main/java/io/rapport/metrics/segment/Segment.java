package io.rapport.metrics.segment;

import java.util.List;
import java.util.stream.Stream;

/**
 * A restriction of a metric to a part of its facts.
 *
 * @param rule of each fact, or of the customer whose it is
 */
public record Segment(Rule rule) {
    private static final Rule OF_ALL = new Rule.All(List.of());
    public static final Segment EVERYTHING = new Segment(OF_ALL);

    public boolean isEverything() {
        return rule.equals(OF_ALL);
    }

    /** Narrower by another rule. */
    public Segment and(Rule other) {
        return new Segment(isEverything() ? other : new Rule.All(List.of(rule, other)));
    }

    /** Whether it asks what customers did, and so rests on events. */
    public boolean asksWhatWasDone() {
        return conditions().anyMatch(Rule.Did.class::isInstance);
    }

    public Stream<Rule.Condition> conditions() {
        return rule.conditions();
    }
}
