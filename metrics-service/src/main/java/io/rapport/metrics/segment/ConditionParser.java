package io.rapport.metrics.segment;

import io.rapport.metrics.segment.SegmentParser.Malformed;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one condition of the short notation. */
final class ConditionParser {
    private static final Pattern CONDITION =
            Pattern.compile("([a-z_]+(?:\\.[^=!<>]{1,200})?)(==|!=|>=|<=|>|<)(.*)", Pattern.DOTALL);
    private static final Pattern BEHAVIOUR = Pattern.compile("([a-z][a-z0-9_]{0,63})(?::([1-9][0-9]{0,3}))?");
    private static final Pattern TIMES = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final Pattern NAME = Pattern.compile("[^=!<>]+");
    private static final String TRAIT = "trait.";
    private static final String DID = "did.";
    private static final String SEGMENT = "segment";
    private static final Rule NOBODY = new Rule.Any(List.of());

    private ConditionParser() {}

    static Rule parse(String text) throws Malformed {
        if (NAME.matcher(text).matches()) {
            return new Rule.Named(unescape(text).strip());
        }
        Matcher matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed("must be a saved segment's id or name, or conditions such as country==IE, country!=IE,"
                    + " trait.age>=30 or did.purchase>=2, with ; for and, and , for or");
        }
        String field = unescape(matcher.group(1));
        String sign = matcher.group(2);
        String value = unescape(matcher.group(3));
        if (field.startsWith(DID)) {
            return behaviour(field, sign, value);
        }
        if (field.startsWith(TRAIT)) {
            return trait(field, sign, value);
        }
        Rule equal = field.equals(SEGMENT) ? new Rule.Named(value) : new Rule.Known(field, value);
        return switch (sign) {
            case "==" -> equal;
            case "!=" -> new Rule.Not(equal);
            default -> throw new Malformed("compares " + field + " by size, which only traits and did.… can be");
        };
    }

    private static Rule trait(String field, String sign, String value) throws Malformed {
        String name = field.substring(TRAIT.length());
        if (!sign.equals("==") && !sign.equals("!=")) {
            return new Rule.Trait(name, new Rule.Sized(bounds(sign, number(field, value))));
        }
        boolean without = value.isEmpty();
        Rule rule = new Rule.Trait(name, without ? new Rule.Present() : new Rule.OneOf(List.of(value)));
        return sign.equals("==") == without ? new Rule.Not(rule) : rule;
    }

    private static Bounds bounds(String sign, BigDecimal number) {
        return switch (sign) {
            case ">=" -> Bounds.atLeast(number);
            case "<=" -> Bounds.atMost(number);
            case ">" -> new Bounds(new Bounds.Limit(number, false), null);
            case "<" -> new Bounds(null, new Bounds.Limit(number, false));
            default -> throw new IllegalArgumentException(sign);
        };
    }

    private static Rule behaviour(String field, String sign, String value) throws Malformed {
        Matcher what = BEHAVIOUR.matcher(field.substring(DID.length()));
        if (!what.matches()) {
            throw new Malformed("must name a type of events after did., and may name up to 9999 days after a colon,"
                    + " such as did.purchase:90>=2");
        }
        if (!TIMES.matcher(value).matches()) {
            throw new Malformed("must compare " + field + " with a whole number, such as " + field + ">=2");
        }
        Integer days = what.group(2) == null ? null : Integer.valueOf(what.group(2));
        long times = Long.parseLong(value);
        Rule more = did(what.group(1), days, times + 1, null);
        Rule fewer = did(what.group(1), days, 0, times - 1);
        return switch (sign) {
            case ">=" -> did(what.group(1), days, times, null);
            case "<=" -> did(what.group(1), days, 0, times);
            case ">" -> more;
            case "<" -> fewer;
            case "==" -> did(what.group(1), days, times, times);
            default -> new Rule.Any(List.of(fewer, more));
        };
    }

    private static Rule did(String type, Integer days, long least, Long most) {
        return most != null && most < least ? NOBODY : new Rule.Did(type, days, new Times(least, most));
    }

    private static BigDecimal number(String field, String value) throws Malformed {
        if (!NUMBER.matcher(value).matches()) {
            throw new Malformed("must compare " + field + " by size with a number, such as " + field + ">=30");
        }
        return new BigDecimal(value);
    }

    private static String unescape(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
