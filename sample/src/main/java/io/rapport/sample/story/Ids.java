package io.rapport.sample.story;

import java.util.Locale;

/** Numbered ids with a prefix: the same facts get the same ids each time they are made. */
public final class Ids {
    private final String prefix;
    private int last;

    public Ids(String prefix) {
        this.prefix = prefix;
    }

    public String next() {
        return String.format(Locale.ROOT, "%s-%06d", prefix, ++last);
    }
}
