package io.rapport.metrics.rollup;

import io.rapport.metrics.visit.PageView;
import io.rapport.metrics.visit.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** By what visits and page views are summed up. What has no value has the key {@value #NOTHING}. */
public enum Dimension {
    TOTAL("", visit -> ""),
    TRAFFIC_CHANNEL("traffic_channel", visit -> visit.traffic().channel()),
    UTM_SOURCE("utm_source", visit -> visit.traffic().source()),
    UTM_MEDIUM("utm_medium", visit -> visit.traffic().medium()),
    UTM_CAMPAIGN("utm_campaign", visit -> visit.traffic().campaign()),
    ENTRY_PAGE("entry_page", Visit::entryPage),
    EXIT_PAGE("exit_page", Visit::exitPage),
    DEVICE("device", visit -> visit.browser().device()),
    BROWSER("browser", visit -> visit.browser().name()),
    COUNTRY("country", Visit::country),
    LANGUAGE("language", Visit::language),
    /** A visit is in the sums of every page that it saw, so these add up to more than the total; a view is in those of its own. */
    PAGE("page", null);

    /** Those in which all views of a visit have one key. */
    static final List<Dimension> OF_VISITS =
            Arrays.stream(values()).filter(dimension -> dimension != PAGE).toList();

    /** The key of what has no value. */
    public static final String NOTHING = "";

    private final String column;
    private final Function<Visit, String> ofVisit;

    Dimension(String column, Function<Visit, String> ofVisit) {
        this.column = column;
        this.ofVisit = ofVisit;
    }

    /** Its name in the tables, and in the API. */
    public String column() {
        return column;
    }

    /** The name in the tables of a dimension that the API names; some have a shorter one there. */
    public static String stored(String name) {
        return switch (name) {
            case "channel" -> TRAFFIC_CHANNEL.column;
            case "campaign" -> UTM_CAMPAIGN.column;
            default -> name;
        };
    }

    /** The key of a visit, and of all its views, in one of {@link #OF_VISITS}. */
    String key(Visit visit) {
        return known(ofVisit.apply(visit));
    }

    /** The keys of a visit in {@link #PAGE}. */
    static Set<String> pages(Visit visit) {
        return visit.views().stream().map(Dimension::page).collect(Collectors.toSet());
    }

    /** The key of a view in {@link #PAGE}. */
    static String page(PageView view) {
        return known(view.page());
    }

    private static String known(String key) {
        return key == null ? NOTHING : key;
    }
}
