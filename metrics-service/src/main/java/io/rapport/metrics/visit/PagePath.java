package io.rapport.metrics.visit;

import java.net.URI;
import java.net.URISyntaxException;

/** The page that a URL names: its path, without query and fragment, so that one page has one name. */
final class PagePath {
    private static final int LONGEST = 500;

    private PagePath() {}

    /** The path, with {@code /} for an empty one; what isn't a URL is its own name; null for null. */
    static String of(String url) {
        if (url == null) {
            return null;
        }
        String path = path(url);
        return path.length() <= LONGEST ? path : path.substring(0, LONGEST);
    }

    private static String path(String url) {
        try {
            String path = new URI(url).getPath();
            return path == null || path.isEmpty() ? "/" : path;
        } catch (URISyntaxException malformed) {
            return url.split("[?#]", 2)[0];
        }
    }
}
