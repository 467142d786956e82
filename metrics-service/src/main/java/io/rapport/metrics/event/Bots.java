package io.rapport.metrics.event;

import java.util.regex.Pattern;

/**
 * Recognises programs by how they name themselves in the User-Agent header. Their events are kept, marked and left out of
 * every figure.
 */
final class Bots {
    private static final Pattern NAMES = Pattern.compile(
            "bot\\b|bot/|crawl|spider|slurp|headless|lighthouse|pingdom|uptime|monitor|preview|facebookexternalhit"
                    + "|python-requests|curl/|wget/|httpclient|okhttp|go-http-client|scrapy|phantomjs|axios/",
            Pattern.CASE_INSENSITIVE);

    private Bots() {}

    static boolean isBot(String userAgent) {
        return userAgent != null && NAMES.matcher(userAgent).find();
    }
}
