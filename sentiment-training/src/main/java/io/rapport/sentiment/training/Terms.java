package io.rapport.sentiment.training;

import io.rapport.sentiment.aspect.Idle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of things: a list that people wrote, and what reviews of restaurants name often, which is food and drink. */
final class Terms {
    private static final String LIST = "aspect-words.txt";
    private static final String CUES = "aspect-cues.txt";
    private static final int OFTEN = 3;
    private static final int LONGEST = 3;

    private Terms() {}

    static Map<String, String> load(List<Mams.Target> targets) {
        Map<String, String> terms = list(LIST);
        Map<String, Integer> named = new HashMap<>();
        targets.stream()
                .filter(target -> !target.category() && target.part() == Part.TRAIN)
                .forEach(target -> named.merge(target.what().toLowerCase(), 1, Integer::sum));
        named.forEach((term, times) -> {
            String[] words = term.split(" ");
            if (times >= OFTEN && !known(terms, term) && !Idle.WORDS.contains(words[words.length - 1])) {
                // "Glass of wine" belongs where "wine" does, "waiting area" where "area".
                terms.put(term, terms.getOrDefault(words[words.length - 1], "product"));
            }
        });
        terms.keySet().removeIf(term -> term.split(" ").length > LONGEST || !term.matches("[a-z][a-z '-]+"));
        VERBS.forEach(terms::remove);
        return terms;
    }

    /** What tells of a thing without its name, with the category. */
    static Map<String, String> cues() {
        return list(CUES);
    }

    private static Map<String, String> list(String file) {
        Map<String, String> all = new HashMap<>();
        lines(file).filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] f = line.split(":", 2);
            Arrays.stream(f[1].split(",")).map(String::strip).forEach(term -> all.put(term, f[0]));
        });
        return all;
    }

    /** What MAMS marks as terms and is no name of a thing. */
    private static final List<String> VERBS = List.of(
            "served",
            "seated",
            "time",
            "experience",
            "guy",
            "people",
            "air",
            "mix",
            "style",
            "feel",
            "guests",
            "night",
            "party",
            "chain",
            "comfort",
            "eating",
            "reading");

    private static boolean known(Map<String, String> terms, String term) {
        return terms.containsKey(term) || term.endsWith("s") && terms.containsKey(term.substring(0, term.length() - 1));
    }

    private static java.util.stream.Stream<String> lines(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Terms.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
