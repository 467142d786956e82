package io.rapport.metrics.rollup;

import io.rapport.metrics.visit.PageView;
import io.rapport.metrics.visit.Visit;
import java.util.Set;
import java.util.function.BiFunction;
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
    /** A visit is in the sums of every page that it saw, so these add up to more than the total. */
    PAGE(
            "page",
            visit -> visit.views().stream().map(view -> known(view.page())).collect(Collectors.toSet()),
            (visit, view) -> view.page());

    /** The key of what has no value. */
    public static final String NOTHING = "";

    private final String column;
    private final Function<Visit, Set<String>> ofVisit;
    private final BiFunction<Visit, PageView, String> ofView;

    Dimension(String column, Function<Visit, String> key) {
        this(column, visit -> Set.of(known(key.apply(visit))), (visit, view) -> key.apply(visit));
    }

    Dimension(String column, Function<Visit, Set<String>> ofVisit, BiFunction<Visit, PageView, String> ofView) {
        this.column = column;
        this.ofVisit = ofVisit;
        this.ofView = ofView;
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

    Set<String> keys(Visit visit) {
        return ofVisit.apply(visit);
    }

    String key(Visit visit, PageView view) {
        return known(ofView.apply(visit, view));
    }

    private static String known(String key) {
        return key == null ? NOTHING : key;
    }
}
