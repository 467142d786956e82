package io.rapport.metrics.segment;

import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads one condition of a rule; null where it is refused. */
final class ConditionReader {
    static final List<String> SUBJECTS =
            List.of("trait", "did", "value", "rfm", "risk", "said", "sentiment", "answered");
    static final List<String> LABELS = List.of("positive", "neutral", "negative", "anything");
    static final List<String> KINDS =
            List.of("review", "post", "survey_response", "message", "interview", "call", "note");
    private static final int LONGEST_DAYS = 9_999;
    private static final int MOST_TIMES = 1_000_000;
    private static final int LONGEST = 200;
    private static final String SURVEY = "nps|ces|csat|custom|sv_[a-z2-7]{16}";

    private final JsonInput node;

    ConditionReader(JsonInput node) {
        this.node = node;
    }

    Rule.Condition read(String subject) {
        return switch (subject) {
            case "trait" -> trait();
            case "did" -> did();
            case "value" -> value();
            case "rfm", "risk" -> scored(subject);
            case "said" -> said();
            case "sentiment" -> sentiment();
            case "answered" -> answered();
            default -> throw new IllegalArgumentException(subject);
        };
    }

    private Rule.Trait trait() {
        String name = node.requiredText("trait", LONGEST);
        Bounds bounds = bounds();
        List<Rule.Test> tests = new ArrayList<>();
        if (node.has("is")) {
            tests.add(TraitValue.one(node, "is"));
        }
        if (node.has("in")) {
            tests.add(TraitValue.several(node, "in"));
        }
        if (node.has("exists")) {
            tests.add(exists());
        }
        if (!bounds.isAny()) {
            tests.add(new Rule.Sized(bounds));
        }
        if (tests.size() != 1) {
            return node.refuse(
                    "trait", "must be compared in one way: with is, in, exists, or by size with " + Bounds.MEMBERS);
        }
        return name == null ? null : new Rule.Trait(name, tests.getFirst());
    }

    private Rule.Test exists() {
        return Boolean.FALSE.equals(node.bool("exists"))
                ? node.refuse("exists", "must be true; its opposite is {\"not\": {\"trait\": …, \"exists\": true}}")
                : new Rule.Present();
    }

    private Rule.Did did() {
        String type = node.text("did", 64);
        if (type != null && !type.matches("[a-z][a-z0-9_]{0,63}")) {
            node.refuse("did", "must be a type of events, such as purchase: a-z, 0-9 and _");
        }
        Times times = times();
        return new Rule.Did(type == null ? "" : type, days(), times, where());
    }

    private SortedMap<String, String> where() {
        SortedMap<String, String> where = new TreeMap<>();
        JsonInput given = node.child("where");
        if (given != null) {
            for (String place : Rule.Did.PLACES) {
                String value = given.text(place, LONGEST);
                if (value != null) {
                    where.put(place, value);
                }
            }
        }
        return where;
    }

    private Rule.Bought value() {
        Rule.Worth worth = choice("value", Rule.Worth.NAMES, Rule.Worth::of);
        if (worth == null) {
            return null;
        }
        Integer days = days();
        Bounds bounds = bounds();
        BigDecimal top = node.decimal("topPercent");
        if (top != null && (top.signum() <= 0 || top.compareTo(BigDecimal.valueOf(100)) > 0)) {
            node.refuse("topPercent", "must be more than 0 and at most 100");
        }
        if (bounds.isAny() == (top == null)) {
            return node.refuse("value", "must be compared in one way: with " + Bounds.MEMBERS + ", or by topPercent");
        }
        if (worth.isTime() && days != null) {
            node.refuse("inLastDays", "is not for " + worth.text() + ", which counts days itself");
        }
        if (worth.isTime() && !(bounds.isWhole() && top == null)) {
            node.refuse("value", "in days must be compared with whole numbers");
        }
        return new Rule.Bought(worth, days, bounds, top);
    }

    private Rule.Scored scored(String subject) {
        Rule.Score score = choice(subject, Rule.Score.names(subject), Rule.Score::of);
        if (score == null) {
            return null;
        }
        if (score == Rule.Score.TIER) {
            boolean one = node.has("is") != node.has("in");
            Rule.Test test = !one ? null : node.has("is") ? TraitValue.one(node, "is") : TraitValue.several(node, "in");
            return one
                    ? new Rule.Scored(score, test)
                    : node.refuse(subject, "must be compared in one way: with is or in");
        }
        Bounds bounds = bounds();
        return bounds.isAny()
                ? node.refuse(subject, "must be compared with " + Bounds.MEMBERS)
                : new Rule.Scored(score, new Rule.Sized(bounds));
    }

    private Rule.Said said() {
        String label = choice("said", LABELS, text -> text);
        String kind = node.oneOf("kind", KINDS);
        return new Rule.Said("anything".equals(label) ? null : label, kind, days(), times());
    }

    private Rule.Sounds sentiment() {
        choice("sentiment", List.of("average"), text -> text);
        Bounds score = bounds();
        if (score.isAny()) {
            node.refuse("sentiment", "must be compared with " + Bounds.MEMBERS + ", from -1 to 1");
        }
        return new Rule.Sounds(days(), score);
    }

    private Rule.Answered answered() {
        String survey = node.text("answered", 40);
        if (survey != null && !survey.matches(SURVEY)) {
            node.refuse("answered", "must be nps, ces, csat, custom, or the id of a survey");
        }
        return new Rule.Answered(survey == null ? "" : survey, days(), bounds());
    }

    private <T> T choice(String field, List<String> allowed, Function<String, T> of) {
        String text = node.requiredOneOf(field, allowed);
        return text == null ? null : of.apply(text);
    }

    private Integer days() {
        return node.integer("inLastDays", 1, LONGEST_DAYS);
    }

    /** At least once where nothing is said. */
    private Times times() {
        Integer least = node.integer("atLeast", 0, MOST_TIMES);
        Integer most = node.integer("atMost", 0, MOST_TIMES);
        Integer exactly = node.integer("exactly", 0, MOST_TIMES);
        if (exactly != null) {
            if (least != null || most != null) {
                node.refuse("exactly", "must not be given with atLeast or atMost");
            }
            return new Times(exactly, exactly.longValue());
        }
        if (least != null && most != null && most < least) {
            node.refuse("atMost", "must not be less than atLeast");
            return Times.EVER;
        }
        boolean none = least == null && most == null;
        return none ? Times.EVER : new Times(least == null ? 0 : least, most == null ? null : most.longValue());
    }

    private Bounds bounds() {
        Bounds.Limit low = limit("atLeast", true, "moreThan");
        Bounds.Limit high = limit("atMost", true, "lessThan");
        if (low != null && high != null && low.value().compareTo(high.value()) > 0) {
            node.refuse(node.has("atMost") ? "atMost" : "lessThan", "must not be less than the lower bound");
        }
        return new Bounds(low, high);
    }

    private Bounds.Limit limit(String including, boolean included, String excluding) {
        BigDecimal reached = node.decimal(including);
        BigDecimal passed = node.decimal(excluding);
        if (node.has(including) && node.has(excluding)) {
            node.refuse(excluding, "must not be given with " + including);
        }
        return reached != null
                ? new Bounds.Limit(reached, included)
                : passed != null ? new Bounds.Limit(passed, !included) : null;
    }
}
