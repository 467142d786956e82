package io.rapport.metrics.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the segment parameter, in the grammar that web analytics tools share: {@code country==IE;traffic_channel!=paid} with
 * {@code ;} for and, {@code ,} for or, which binds closer. A backslash takes the next character as it is. {@code trait.age>=30}
 * asks for a customer's traits, {@code did.purchase>=2} and {@code did.purchase:90>=2} for what they did; an id or a name alone
 * is that of a saved segment.
 */
public final class SegmentParser {
    private static final int MOST_CONDITIONS = 20;

    private SegmentParser() {}

    /** What is wrong with a segment. */
    public static final class Malformed extends Exception {
        Malformed(String rule) {
            super(rule);
        }
    }

    public static Segment parse(String text) throws Malformed {
        if (text == null) {
            return Segment.EVERYTHING;
        }
        List<Rule> groups = new ArrayList<>();
        int conditions = 0;
        for (String group : split(text, ';')) {
            List<Rule> alternatives = new ArrayList<>();
            for (String condition : split(group, ',')) {
                alternatives.add(ConditionParser.parse(condition));
                conditions++;
            }
            groups.add(alternatives.size() == 1 ? alternatives.getFirst() : new Rule.Any(alternatives));
        }
        if (conditions > MOST_CONDITIONS) {
            throw new Malformed("must have at most " + MOST_CONDITIONS + " conditions");
        }
        return new Segment(groups.size() == 1 ? groups.getFirst() : new Rule.All(groups));
    }

    /** Splits at a sign, but not where a backslash stands before it. */
    private static List<String> split(String text, char sign) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == sign) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
