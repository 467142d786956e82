package io.rapport.metrics.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A rule as a sentence: what its customers have in common. */
final class RuleWords {
    private RuleWords() {}

    static String of(Rule rule) {
        return "Customers " + clause(rule, false) + ".";
    }

    private static String clause(Rule rule, boolean within) {
        return switch (rule) {
            case Rule.All all -> joined(all.rules(), " and ", "who are known", within);
            case Rule.Any any -> joined(any.rules(), " or ", "of whom there are none", within);
            case Rule.Not not -> "not those " + clause(not.rule(), true);
            case Rule.Saved saved -> "of the segment " + saved.name();
            case Rule.Named named -> "of the segment " + named.name();
            case Rule.Condition condition -> condition(condition);
        };
    }

    private static String joined(List<Rule> rules, String word, String ofNone, boolean within) {
        if (rules.isEmpty()) {
            return ofNone;
        }
        if (rules.size() == 1) {
            return clause(rules.getFirst(), within);
        }
        String joined = rules.stream().map(rule -> clause(rule, true)).collect(Collectors.joining(word));
        return within ? "(" + joined + ")" : joined;
    }

    private static String condition(Rule.Condition condition) {
        return switch (condition) {
            case Rule.Known known -> "whose " + known.field() + " is " + quoted(known.value());
            case Rule.Trait trait -> is(trait.name(), trait.test());
            case Rule.Scored scored -> is(what(scored.score()), scored.test());
            case Rule.Did did -> "who did " + did.type() + places(did) + " " + times(did.times()) + last(did.days());
            case Rule.Said said ->
                "who said something " + (said.label() == null ? "" : said.label() + " ")
                        + (said.kind() == null ? "" : "in a " + said.kind().replace('_', ' ') + " ")
                        + times(said.times())
                        + last(said.days());
            case Rule.Sounds sounds ->
                "whose words sound " + bounds(sounds.score(), "") + " on average" + last(sounds.days());
            case Rule.Answered answered ->
                "whose latest " + survey(answered) + " answer is "
                        + (answered.score().isAny() ? "there" : bounds(answered.score(), "")) + last(answered.days());
            case Rule.Bought bought -> bought(bought);
        };
    }

    private static String what(Rule.Score score) {
        return switch (score) {
            case RECENCY, FREQUENCY, MONETARY -> score.text() + " score";
            case TIER -> "tier";
            case CHURN -> "risk of churn";
            case ALIVE -> "probability of being a customer still";
        };
    }

    private static String is(String name, Rule.Test test) {
        return switch (test) {
            case Rule.Present present -> "who have a " + name;
            case Rule.OneOf one ->
                "whose " + name + " is "
                        + one.values().stream().map(RuleWords::quoted).collect(Collectors.joining(" or "));
            case Rule.Sized sized -> "whose " + name + " is " + bounds(sized.bounds(), "");
        };
    }

    private static String bought(Rule.Bought bought) {
        if (bought.topPercent() != null) {
            return "in the top " + plain(bought.topPercent()) + " % by " + what(bought.worth()) + last(bought.days());
        }
        return switch (bought.worth()) {
            case DAYS_SINCE_FIRST -> "whose first order was " + bounds(bought.bounds(), " days") + " ago";
            case DAYS_SINCE_LAST -> "whose last order was " + bounds(bought.bounds(), " days") + " ago";
            default -> "with " + what(bought.worth()) + " of " + bounds(bought.bounds(), "") + last(bought.days());
        };
    }

    private static String what(Rule.Worth worth) {
        return switch (worth) {
            case ORDERS -> "a number of orders";
            case REVENUE -> "a revenue";
            case AVERAGE_ORDER -> "an average order";
            case DAYS_SINCE_FIRST -> "the days since the first order";
            case DAYS_SINCE_LAST -> "the days since the last order";
        };
    }

    private static String survey(Rule.Answered answered) {
        return answered.survey().startsWith("sv_")
                ? answered.survey()
                : answered.survey().toUpperCase(Locale.ROOT);
    }

    private static String places(Rule.Did did) {
        return did.where().entrySet().stream()
                .map(place -> " (" + place.getKey() + " " + quoted(place.getValue()) + ")")
                .collect(Collectors.joining());
    }

    private static String last(Integer days) {
        return days == null ? "" : days == 1 ? " on the last day" : " in the last " + days + " days";
    }

    private static String times(Times times) {
        if (times.most() == null) {
            return "at least " + times(times.least());
        }
        if (times.most() == times.least()) {
            return times.least() == 0 ? "never" : "exactly " + times(times.least());
        }
        return times.least() == 0 ? "at most " + times(times.most()) : times.least() + " to " + times(times.most());
    }

    private static String times(long number) {
        return number == 1 ? "once" : number + " times";
    }

    private static String bounds(Bounds bounds, String unit) {
        List<String> parts = new ArrayList<>();
        if (bounds.low() != null && bounds.high() != null && bounds.low().equals(bounds.high())) {
            return plain(bounds.low().value()) + unit;
        }
        if (bounds.low() != null) {
            parts.add((bounds.low().included() ? "at least " : "more than ")
                    + plain(bounds.low().value()));
        }
        if (bounds.high() != null) {
            parts.add((bounds.high().included() ? "at most " : "less than ")
                    + plain(bounds.high().value()));
        }
        return String.join(" and ", parts) + unit;
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static String quoted(String value) {
        return "“" + value + "”";
    }
}
