package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.survey.SurveySettings.Theme;
import io.rapport.feedback.survey.SurveySettings.Widget;
import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.util.List;

/** Reads how a survey looks and whom it is shown to. */
final class SettingsReader {
    private static final int LONGEST_PAUSE = 3_650;
    private static final int LONGEST_LOGO = 60;

    private SettingsReader() {}

    /** What is missing in the body stays as it is; null takes away what may be missing. */
    static SurveySettings read(JsonInput input, JsonNode body, SurveySettings before) {
        Theme theme = body.has("theme") ? theme(input.child("theme")) : before.theme();
        Widget widget = body.has("widget") ? widget(input.child("widget")) : before.widget();
        Integer pause = body.has("quietDays") ? input.integer("quietDays", 0, LONGEST_PAUSE) : before.quietDays();
        return new SurveySettings(theme, widget, pause);
    }

    private static Theme theme(JsonInput input) {
        if (input == null) {
            return null;
        }
        String colour = input.text("colour", 7);
        if (colour != null && !colour.matches("#[0-9a-fA-F]{6}")) {
            input.refuse("colour", "must be a colour such as #8a3b12");
        }
        return new Theme(colour, input.text("logoText", LONGEST_LOGO));
    }

    private static Widget widget(JsonInput input) {
        if (input == null) {
            return null;
        }
        List<String> pages = input.texts("pages", 50, 500);
        if (pages.stream().anyMatch(page -> !page.startsWith("/") && !page.startsWith("*"))) {
            input.refuse("pages", "must hold paths that begin with / or *");
        }
        Integer delay = input.integer("delaySeconds", 0, 3_600);
        Integer scroll = input.integer("scrollPercent", 1, 100);
        boolean onExit = Boolean.TRUE.equals(input.bool("onExit"));
        String event = input.text("event", 100);
        BigDecimal share = input.decimal("share");
        if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
            input.refuse("share", "must lie between 0 and 1");
        }
        return new Widget(pages, delay, scroll, onExit, event, share == null ? 1 : share.doubleValue());
    }
}
