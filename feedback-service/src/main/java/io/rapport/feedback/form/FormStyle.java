package io.rapport.feedback.form;

import io.rapport.feedback.survey.SurveySettings.Theme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheet of a form: the same for all but for the survey's colour, and black or white on it, whichever reads better. */
public final class FormStyle {
    private static final String USUAL = "#1f4e79";
    private static final String SHEET = read();

    private FormStyle() {}

    static String of(Theme theme) {
        String colour = colour(theme);
        return ":root{--accent:" + colour + ";--on-accent:" + onColour(colour) + "}\n" + SHEET;
    }

    public static String colour(Theme theme) {
        return theme.colour() == null ? USUAL : theme.colour();
    }

    /** By the relative luminance of WCAG 2: above .179 black has the higher contrast, and either at least 4.5. */
    public static String onColour(String colour) {
        double luminance = 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
        return luminance > 0.179 ? "#000000" : "#ffffff";
    }

    private static double linear(String colour, int at) {
        double channel = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static String read() {
        try (InputStream file = FormStyle.class.getResourceAsStream("/form/form.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
