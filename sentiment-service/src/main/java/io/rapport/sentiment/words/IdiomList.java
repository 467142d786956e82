package io.rapport.sentiment.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The list of idioms.txt, with every way of saying each. */
record IdiomList(List<Idiom> idioms) {
    /** Stands for any word. */
    static final String ANY = "_";
    /** How many characters of a form tell the sound. */
    static final int SOUND = 2;

    private static final String FILE = "idioms.txt";
    private static final int WIDEST_GAP = 3;

    /**
     * One line of the list.
     *
     * @param form the name of its token: the sound, then the first way of saying it
     * @param phrases all ways of saying it, word by word
     */
    record Idiom(String form, int sound, List<List<String>> phrases) {}

    static IdiomList load() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(IdiomList.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return of(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static IdiomList of(List<String> lines) {
        Map<String, String> names = new HashMap<>();
        List<Idiom> idioms = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("@")) {
                String[] f = line.substring(1).split(" = ", 2);
                names.put(f[0], f[1]);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] f = line.split(": ", 2);
                idioms.add(idiom(Integer.parseInt(f[0]), named(f[1], names)));
            }
        }
        return new IdiomList(List.copyOf(idioms));
    }

    private static Idiom idiom(int sound, String pattern) {
        List<List<String>> phrases = phrases(pattern);
        return new Idiom("%+d %s".formatted(sound, String.join(" ", phrases.getFirst())), sound, phrases);
    }

    private static String named(String pattern, Map<String, String> names) {
        String plain = pattern;
        for (Map.Entry<String, String> name : names.entrySet()) {
            plain = plain.replaceAll("@" + name.getKey() + "\\b", name.getValue());
        }
        if (plain.contains("@")) {
            throw new IllegalArgumentException("A name that is not given: " + plain);
        }
        return plain;
    }

    private static List<List<String>> phrases(String pattern) {
        List<List<String>> phrases = List.of(List.of());
        for (String slot : pattern.split(" (?![^(]*\\))")) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> choice : choices(slot)) {
                for (List<String> phrase : phrases) {
                    List<String> words = new ArrayList<>(phrase);
                    words.addAll(choice);
                    longer.add(words);
                }
            }
            phrases = longer;
        }
        return phrases;
    }

    private static List<List<String>> choices(String slot) {
        List<List<String>> choices = new ArrayList<>();
        if (slot.equals(ANY)) {
            for (int words = 0; words <= WIDEST_GAP; words++) {
                choices.add(Collections.nCopies(words, ANY));
            }
            return choices;
        }
        String inner = slot.startsWith("(") ? slot.substring(1, slot.length() - 1) : slot;
        for (String choice : inner.split("\\|", -1)) {
            choices.add(choice.isEmpty() ? List.of() : List.of(choice.split(" ")));
        }
        return choices;
    }
}
