package io.rapport.metrics.segment;

import io.rapport.metrics.segment.Segment.Operator;
import io.rapport.metrics.segment.SegmentParser.Malformed;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one condition of a segment. */
final class ConditionParser {
    private static final Pattern CONDITION =
            Pattern.compile("([a-z_]+(?:\\.[^=!<>]{1,200})?)(==|!=|>=|<=|>|<)(.*)", Pattern.DOTALL);
    private static final Pattern BEHAVIOUR = Pattern.compile("([a-z][a-z0-9_]{0,63})(?::([1-9][0-9]{0,3}))?");
    private static final Pattern TIMES = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final String TRAIT = "trait.";
    private static final String DID = "did.";

    private ConditionParser() {}

    static Segment.Condition parse(String text) throws Malformed {
        Matcher matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed("must be conditions such as country==IE, country!=IE, trait.age>=30 or did.purchase>=2,"
                    + " with ; for and, and , for or");
        }
        String field = unescape(matcher.group(1));
        Operator operator = Operator.of(matcher.group(2));
        String value = unescape(matcher.group(3));
        boolean plain = operator == Operator.EQUAL || operator == Operator.DIFFERENT;
        if (field.startsWith(DID)) {
            return behaviour(field, operator, value);
        }
        if (field.startsWith(TRAIT)) {
            String name = field.substring(TRAIT.length());
            return plain
                    ? new Segment.Trait(field, name, operator == Operator.EQUAL, value)
                    : new Segment.NumericTrait(field, name, operator, number(field, value));
        }
        if (!plain) {
            throw new Malformed("compares " + field + " by size, which only traits and did.… can be");
        }
        return new Segment.Known(field, operator == Operator.EQUAL, value);
    }

    private static Segment.Behaviour behaviour(String field, Operator operator, String value) throws Malformed {
        Matcher what = BEHAVIOUR.matcher(field.substring(DID.length()));
        if (!what.matches()) {
            throw new Malformed("must name a type of events after did., and may name up to 9999 days after a colon,"
                    + " such as did.purchase:90>=2");
        }
        if (!TIMES.matcher(value).matches()) {
            throw new Malformed("must compare " + field + " with a whole number, such as " + field + ">=2");
        }
        Integer days = what.group(2) == null ? null : Integer.valueOf(what.group(2));
        return new Segment.Behaviour(field, what.group(1), days, operator, Long.parseLong(value));
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
