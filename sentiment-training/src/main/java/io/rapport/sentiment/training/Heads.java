package io.rapport.sentiment.training;

import io.rapport.sentiment.aspect.Idle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The categories of words that are on no list, by the listed words whose vectors lie nearest. */
final class Heads {
    private static final int NEIGHBOURS = 5;
    private static final double NEAR = 0.6;
    private static final double FAR = 0.45;

    private final Map<String, float[]> known = new TreeMap<>();
    private final Map<String, String> categories = new HashMap<>();
    private final WordVectors vectors;

    private record Neighbour(String category, double near) {}

    Heads(WordVectors vectors, Map<String, String> terms) {
        this.vectors = vectors;
        terms.forEach((term, category) -> {
            float[] vector = term.contains(" ") ? null : unit(vectors.of(term));
            if (vector != null) {
                known.put(term, vector);
                categories.put(term, category);
            }
        });
    }

    /** For each word near enough to a listed one its category. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        for (String word : new TreeSet<>(vectors.words())) {
            String category = word.length() < 3 || Idle.WORDS.contains(word) ? null : category(word);
            if (category != null) {
                all.put(word, category);
            }
        }
        return all;
    }

    private String category(String word) {
        float[] vector = unit(vectors.of(word));
        List<Neighbour> near = new ArrayList<>();
        known.forEach((term, other) -> {
            double cosine = 0;
            for (int i = 0; i < vector.length; i++) {
                cosine += vector[i] * other[i];
            }
            if (cosine > FAR) {
                near.add(new Neighbour(categories.get(term), cosine));
            }
        });
        near.sort(Comparator.comparingDouble(Neighbour::near).reversed());
        if (near.isEmpty() || near.getFirst().near() < NEAR) {
            return null;
        }
        Map<String, Double> votes = new TreeMap<>();
        near.stream()
                .limit(NEIGHBOURS)
                .forEach(one -> votes.merge(one.category(), Math.pow(one.near(), 3), Double::sum));
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static float[] unit(float[] vector) {
        if (vector == null) {
            return null;
        }
        double squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return unit;
    }
}
