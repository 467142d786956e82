package io.rapport.feedback.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The words of forms and of the widget that no survey brings, in several languages. */
public final class FormWords {
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "it", "nl", "pt");
    private static final Map<String, FormWords> ALL = new HashMap<>();

    static {
        LANGUAGES.forEach(language -> ALL.put(language, new FormWords(language)));
    }

    private final String language;
    private final Properties words = new Properties();

    private FormWords(String language) {
        this.language = language;
        try (InputStream file = FormWords.class.getResourceAsStream("/form/" + language + ".properties")) {
            words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those of the language, else of English. */
    public static FormWords in(String language) {
        return ALL.getOrDefault(Locale.forLanguageTag(language).getLanguage(), ALL.get("en"));
    }

    /** The language that they are in. */
    public String language() {
        return language;
    }

    public String get(String name) {
        String word = words.getProperty(name);
        if (word == null) {
            throw new IllegalStateException("No word '" + name + "' in " + language);
        }
        return word;
    }
}
