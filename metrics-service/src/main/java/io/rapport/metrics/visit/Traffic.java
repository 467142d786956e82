package io.rapport.metrics.visit;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where a visit came from, by version 1 of the rules: UTM parameters first, in the manner of GA4's default channels, else the
 * referrer, else direct.
 *
 * @param channel one of paid, email, social, search, referral, direct
 */
public record Traffic(String channel, String source, String medium, String campaign) {
    private static final Set<String> PAID =
            Set.of("cpc", "ppc", "cpm", "paid", "display", "paidsearch", "paidsocial", "retargeting");
    private static final Set<String> SOCIAL_MEDIA = Set.of("social", "social-media", "social_media", "sm");
    private static final List<String> SEARCH = List.of(
            "google.", "bing.", "duckduckgo.", "yahoo.", "ecosia.", "qwant.", "baidu.", "yandex.", "startpage.");
    private static final List<String> SOCIAL = List.of(
            "facebook.",
            "instagram.",
            "twitter.",
            "t.co",
            "x.com",
            "linkedin.",
            "pinterest.",
            "tiktok.",
            "reddit.",
            "youtube.",
            "threads.",
            "bsky.");
    private static final int LONGEST = 200;

    static Traffic of(String pageUrl, String referrer, String campaign) {
        Map<String, String> query = query(pageUrl);
        String source = query.get("utm_source");
        String medium = query.get("utm_medium");
        String named = query.getOrDefault("utm_campaign", campaign);
        return new Traffic(channel(source, medium, host(pageUrl), host(referrer), query), source, medium, named);
    }

    private static String channel(
            String source, String medium, String own, String referrer, Map<String, String> query) {
        if (medium != null || source != null) {
            return tagged(source == null ? "" : lower(source), medium == null ? "" : lower(medium));
        }
        if (query.containsKey("gclid") || query.containsKey("msclkid")) {
            return "paid";
        }
        if (referrer == null || referrer.equals(own)) {
            return "direct";
        }
        return ofHost(referrer);
    }

    private static String tagged(String source, String medium) {
        if (PAID.contains(medium)) {
            return "paid";
        }
        if (medium.equals("email")
                || medium.equals("e-mail")
                || medium.equals("newsletter")
                || source.equals("newsletter")) {
            return "email";
        }
        if (SOCIAL_MEDIA.contains(medium) || ofHost(source + ".").equals("social")) {
            return "social";
        }
        return medium.equals("organic") || ofHost(source + ".").equals("search") ? "search" : "referral";
    }

    private static String ofHost(String host) {
        if (matches(host, SEARCH)) {
            return "search";
        }
        return matches(host, SOCIAL) ? "social" : "referral";
    }

    private static boolean matches(String host, List<String> names) {
        return names.stream().anyMatch(name -> host.startsWith(name) || host.contains("." + name));
    }

    private static String host(String url) {
        if (url == null) {
            return null;
        }
        try {
            String host = new URI(url).getHost();
            return host == null ? null : lower(host);
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    private static Map<String, String> query(String url) {
        Map<String, String> query = new HashMap<>();
        int mark = url == null ? -1 : url.indexOf('?');
        if (mark < 0) {
            return query;
        }
        for (String pair : url.substring(mark + 1).split("#", 2)[0].split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                query.putIfAbsent(parts[0], decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String value) {
        String text;
        try {
            text = URLDecoder.decode(value, StandardCharsets.UTF_8).replace("\0", "");
        } catch (IllegalArgumentException malformed) {
            text = value;
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
