package io.rapport.metrics.visit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a visitor came with, as the User-Agent header tells: enough to part visits by, not to tell people apart.
 *
 * @param device desktop, mobile or tablet; null where no header was given
 * @param name the browser's family; null where no header was given
 */
public record Browser(String device, String name) {
    static final Browser UNKNOWN = new Browser(null, null);

    /** In this order, since most browsers also name those that they want to be taken for. */
    private static final Map<String, String> FAMILIES = families();

    static Browser of(String userAgent) {
        return userAgent == null ? UNKNOWN : new Browser(device(userAgent), family(userAgent));
    }

    private static String device(String agent) {
        boolean android = agent.contains("Android");
        if (agent.contains("iPad") || agent.contains("Tablet") || android && !agent.contains("Mobile")) {
            return "tablet";
        }
        return android || agent.contains("iPhone") || agent.contains("Mobi") ? "mobile" : "desktop";
    }

    private static String family(String agent) {
        return FAMILIES.entrySet().stream()
                .filter(family -> agent.contains(family.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("Other");
    }

    private static Map<String, String> families() {
        Map<String, String> families = new LinkedHashMap<>();
        families.put("Edg", "Edge");
        families.put("OPR/", "Opera");
        families.put("Opera", "Opera");
        families.put("SamsungBrowser/", "Samsung Internet");
        families.put("Firefox/", "Firefox");
        families.put("FxiOS/", "Firefox");
        families.put("CriOS/", "Chrome");
        families.put("Chrome/", "Chrome");
        families.put("Safari/", "Safari");
        return families;
    }
}
