package io.rapport.metrics.event;

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

    private Bots() {}

    static boolean isBot(String userAgent) {
        return userAgent != null && NAMES.matcher(userAgent).find();
    }
}
