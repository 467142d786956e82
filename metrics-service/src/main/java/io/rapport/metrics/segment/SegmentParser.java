package io.rapport.metrics.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the segment parameter, in the grammar that web analytics tools share: {@code country==IE;traffic_channel!=paid} with
 * {@code ;} for and, {@code ,} for or, which binds closer. A backslash takes the next character as it is.
 */
public final class SegmentParser {
    private static final int MOST_CONDITIONS = 20;
    private static final Pattern CONDITION =
            Pattern.compile("([a-z_]+(?:\\.[^=!]{1,200})?)(==|!=)(.*)", Pattern.DOTALL);

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
        List<List<Segment.Condition>> groups = new ArrayList<>();
        int conditions = 0;
        for (String group : split(text, ';')) {
            List<Segment.Condition> alternatives = new ArrayList<>();
            for (String condition : split(group, ',')) {
                alternatives.add(condition(condition));
                conditions++;
            }
            groups.add(alternatives);
        }
        if (conditions > MOST_CONDITIONS) {
            throw new Malformed("must have at most " + MOST_CONDITIONS + " conditions");
        }
        return new Segment(groups);
    }

    private static Segment.Condition condition(String text) throws Malformed {
        Matcher matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            throw new Malformed("must be conditions such as country==IE or country!=IE, with ; for and, and , for or");
        }
        return new Segment.Condition(
                unescape(matcher.group(1)), matcher.group(2).equals("=="), unescape(matcher.group(3)));
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

    private static String unescape(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
