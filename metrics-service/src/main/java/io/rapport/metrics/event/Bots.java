package io.rapport.metrics.event;

import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Recognises programs by how they name themselves in the User-Agent header. Their events are kept, marked and left out of
 * every figure. A browser names no address to write to or to read about it; there is a telephone called Cubot.
 */
final class Bots {
    private static final Pattern NAMES = Pattern.compile(
            "(?<!cu)bots?\\b|(?<!cu)bot[/_-]|crawl|spider|slurp|scrap|https?://|www\\.|@\\w|headless|"
                    + "lighthouse|pagespeed|gtmetrix|pingdom|uptime|monitor|statuscake|site24x7|datadog|preview|"
                    + "prerender|fetcher|validator|archiver|heritrix|facebookexternal|facebookcatalog|meta-external|"
                    + "whatsapp/|mediapartners|apis-google|googleother|google-|-user/|anthropic|python|curl/|wget|"
                    + "httpclient|okhttp|go-http|http-java|^java/|libwww|axios/|node-fetch|undici|postman|insomnia|"
                    + "phantomjs|puppeteer|playwright|selenium|cypress|nutch|zgrab|nmap|nikto|sqlmap|httrack|"
                    + "^wordpress",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST_KEPT = 2_000;
    /** The same few names come again and again, and to search one costs as much as to read its event. */
    private static final ConcurrentHashMap<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private Bots() {}

    static boolean isBot(String userAgent) {
        if (userAgent == null) {
            return false;
        }
        Boolean known = KNOWN.get(userAgent);
        if (known != null) {
            return known;
        }
        if (KNOWN.size() >= MOST_KEPT) {
            KNOWN.clear();
        }
        boolean bot = NAMES.matcher(userAgent).find();
        KNOWN.put(userAgent, bot);
        return bot;
    }
}
