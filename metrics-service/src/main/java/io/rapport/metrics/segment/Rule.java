package io.rapport.metrics.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whom a segment holds: conditions, put together. Both notations are read into it: the short one of addresses
 * ({@link SegmentParser}) and the JSON of saved segments ({@link RuleReader}).
 */
public sealed interface Rule {

    /** All of them; of none, everybody. */
    record All(List<Rule> rules) implements Rule {
        public All {
            rules = List.copyOf(rules);
        }
    }

    /** At least one of them; of none, nobody. */
    record Any(List<Rule> rules) implements Rule {
        public Any {
            rules = List.copyOf(rules);
        }
    }

    /** Whom another rule doesn't hold. */
    record Not(Rule rule) implements Rule {}

    /** A segment that has a name. */
    record Saved(String id, String name, Rule rule) implements Rule {}

    /** A segment that was asked for by its id or name, and has yet to be found. */
    record Named(String name) implements Rule {}

    /** One thing that is asked of a customer, or of a fact. */
    sealed interface Condition extends Rule {}

    /**
     * A dimension of the metric's facts, or {@code customer}: of facts, not of customers, so that no saved segment has it.
     *
     * @param value empty for "not known"
     */
    record Known(String field, String value) implements Condition {}

    /** What is known of the customer now. */
    record Trait(String name, Test test) implements Condition {}

    /** What is asked of a trait. */
    sealed interface Test {}

    /** That there is one. */
    record Present() implements Test {}

    /** That it is one of these texts. */
    record OneOf(List<String> values) implements Test {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** That it is a number within bounds. */
    record Sized(Bounds bounds) implements Test {}

    /**
     * How often the customer did something.
     *
     * @param type of events
     * @param days the last so many days; null for ever
     * @param where what the events must say of themselves, by the names of {@link #PLACES}
     */
    record Did(String type, Integer days, Times times, SortedMap<String, String> where) implements Condition {
        public static final List<String> PLACES = List.of("channel", "campaign", "touchpoint", "location", "product");

        public Did(String type, Integer days, Times times) {
            this(type, days, times, new TreeMap<>(Map.of()));
        }
    }

    /**
     * How often the customer said something.
     *
     * @param label of how it sounds; null for anything
     * @param kind of feedback; null for any
     * @param days the last so many days; null for ever
     */
    record Said(String label, String kind, Integer days, Times times) implements Condition {}

    /** How the customer's words sound on average, from −1 to 1; not true of one who said nothing. */
    record Sounds(Integer days, Bounds score) implements Condition {}

    /**
     * What the customer answered last.
     *
     * @param survey its id, or its type: nps, ces, csat, custom
     * @param score as it was given, on the survey's own scale
     */
    record Answered(String survey, Integer days, Bounds score) implements Condition {}

    /**
     * What the customer is worth.
     *
     * @param days the last so many days; null for ever
     * @param topPercent of those who ordered then, the share that has most, those who have as much as its last one among them; null
     *     where the bounds say it
     */
    record Bought(Worth worth, Integer days, Bounds bounds, BigDecimal topPercent) implements Condition {}

    /** What can be asked of a customer's orders. Money is what was paid less what was given back, in the business's currency. */
    enum Worth {
        ORDERS("orders"),
        REVENUE("revenue"),
        AVERAGE_ORDER("averageOrder"),
        DAYS_SINCE_FIRST("daysSinceFirstOrder"),
        DAYS_SINCE_LAST("daysSinceLastOrder");

        public static final List<String> NAMES =
                Stream.of(values()).map(Worth::text).toList();

        private final String text;

        Worth(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }

        boolean isTime() {
            return this == DAYS_SINCE_FIRST || this == DAYS_SINCE_LAST;
        }

        static Worth of(String text) {
            return Stream.of(values())
                    .filter(worth -> worth.text.equals(text))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What the latest scoring of all customers says of the customer. */
    record Scored(Score score, Test test) implements Condition {}

    /** What a scoring gives a customer. */
    enum Score {
        RECENCY("rfm", "recency", "recency_score"),
        FREQUENCY("rfm", "frequency", "frequency_score"),
        MONETARY("rfm", "monetary", "monetary_score"),
        TIER("rfm", "tier", "tier"),
        CHURN("risk", "churn", "churn_risk"),
        ALIVE("risk", "alive", "p_alive");

        private final String subject;
        private final String text;
        private final String column;

        Score(String subject, String text, String column) {
            this.subject = subject;
            this.text = text;
            this.column = column;
        }

        String subject() {
            return subject;
        }

        String text() {
            return text;
        }

        String column() {
            return column;
        }

        static List<String> names(String subject) {
            return Stream.of(values())
                    .filter(score -> score.subject.equals(subject))
                    .map(Score::text)
                    .toList();
        }

        static Score of(String text) {
            return Stream.of(values())
                    .filter(score -> score.text.equals(text))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** All conditions, those of saved segments among them. */
    default Stream<Condition> conditions() {
        return switch (this) {
            case All all -> all.rules.stream().flatMap(Rule::conditions);
            case Any any -> any.rules.stream().flatMap(Rule::conditions);
            case Not not -> not.rule.conditions();
            case Saved saved -> saved.rule.conditions();
            case Named named -> Stream.empty();
            case Condition condition -> Stream.of(condition);
        };
    }

    /** Whether it asks about orders, which are derived and may have to catch up. */
    default boolean asksWhatWasBought() {
        return conditions().anyMatch(Bought.class::isInstance);
    }

    /** The same with each name replaced by what is found for it. */
    default Rule resolved(Function<String, Rule> find) {
        return switch (this) {
            case All all ->
                new All(all.rules.stream().map(rule -> rule.resolved(find)).toList());
            case Any any ->
                new Any(any.rules.stream().map(rule -> rule.resolved(find)).toList());
            case Not not -> new Not(not.rule.resolved(find));
            case Named named -> find.apply(named.name);
            case Saved saved -> saved;
            case Condition condition -> condition;
        };
    }
}
