package io.rapport.feedback.inbox;

import io.rapport.feedback.review.FeedbackContent;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in what a template leaves blank. */
final class TemplateText {
    static final Pattern BLANK = Pattern.compile("\\{(author|product|location)(\\|[^{}|]*)?}");

    private TemplateText() {}

    static String filled(String template, FeedbackContent content) {
        return BLANK.matcher(template).replaceAll(blank -> Matcher.quoteReplacement(value(blank, content)));
    }

    private static String value(MatchResult blank, FeedbackContent content) {
        String told =
                switch (blank.group(1)) {
                    case "author" ->
                        content.author() == null ? null : content.author().name();
                    case "product" -> content.product();
                    default -> content.location();
                };
        String otherwise = blank.group(2) == null ? "" : blank.group(2).substring(1);
        return told == null || told.isBlank() ? otherwise : told;
    }
}
