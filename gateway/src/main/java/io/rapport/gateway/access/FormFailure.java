package io.rapport.gateway.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes wrong with a survey's form, as a page for the customer who opened it, in a language that they read. */
final class FormFailure {
    private static final Pattern FORM = Pattern.compile("(/forms/[A-Za-z0-9_]+)/?");
    private static final String USUAL = "en";
    private static final Map<String, Properties> WORDS = Stream.of(USUAL, "de", "fr", "es", "it", "nl", "pt")
            .collect(Collectors.toMap(Function.identity(), FormFailure::words));

    private FormFailure() {}

    /** Whoever asks for a form reads pages, unless they say otherwise; its style sheet is no page. */
    static boolean isFor(RoutingContext context) {
        String path = context.normalizedPath();
        String accept = context.request().getHeader("Accept");
        boolean readsPages = accept == null || accept.contains("text/html") || accept.contains("*/*");
        return path != null && path.startsWith("/forms/") && !path.endsWith(".css") && readsPages;
    }

    static String page(RoutingContext context, HttpProblem problem) {
        String language = language(context.request());
        Properties words = WORDS.get(language);
        String what = kind(problem.getStatusCode());
        String text = words.getProperty(what + "Text").replace("{n}", String.valueOf(seconds(problem)));
        return PlainPage.of(language, words.getProperty(what), text, again(context, words));
    }

    private static String kind(int status) {
        return switch (status) {
            case 429 -> "busy";
            case 404 -> "missing";
            default -> status >= 500 ? "away" : "refused";
        };
    }

    /** To the form's beginning: what stood behind its address may be what was wrong. */
    private static String again(RoutingContext context, Properties words) {
        Matcher form = FORM.matcher(context.normalizedPath());
        return form.matches() ? PlainPage.link(form.group(1), words.getProperty("again")) : "";
    }

    private static Object seconds(HttpProblem problem) {
        return problem.getHeaders().getOrDefault("Retry-After", 1);
    }

    private static String language(HttpServerRequest request) {
        return ranges(request.getHeader("Accept-Language")).stream()
                .map(range -> range.getRange().split("-")[0])
                .filter(WORDS::containsKey)
                .findFirst()
                .orElse(USUAL);
    }

    private static List<LanguageRange> ranges(String accepted) {
        try {
            return accepted == null ? List.of() : LanguageRange.parse(accepted);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                FormFailure.class.getResourceAsStream("/form-failure/" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }
}
