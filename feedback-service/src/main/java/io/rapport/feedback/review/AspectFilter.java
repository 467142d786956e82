package io.rapport.feedback.review;

import io.rapport.frame.http.QueryInput;

/**
 * What a text is to speak of.
 *
 * @param label how it is to speak of that; null where it doesn't matter
 */
record AspectFilter(String category, String label) {
    private static final String FORM = "[a-z][a-z0-9_]{0,39}(:(positive|neutral|negative))?";

    /** Reads {@code waiting_time} or {@code waiting_time:negative}; null where nothing is asked. */
    static AspectFilter read(QueryInput query, String name) {
        String text = query.text(name);
        if (text == null) {
            return null;
        }
        if (!text.matches(FORM)) {
            return query.refuse(
                    name,
                    "must be a category such as waiting_time, or one with :positive, :neutral or :negative after it");
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? new AspectFilter(text, null)
                : new AspectFilter(text.substring(0, colon), text.substring(colon + 1));
    }
}
