package io.rapport.sentiment.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the parts apart: of texts that are equal or nearly so (nine tenths of their runs of four words in common), within a
 * data set or between two, the first stays and the others go.
 */
final class Duplicates {
    private static final int RUN = 4;
    private static final double SAME = 0.9;
    private static final int SKETCH = 6;

    private final Map<Integer, List<Set<Integer>>> seen = new HashMap<>();
    private int dropped;

    List<Example> without(List<Example> all) {
        List<Example> kept = new ArrayList<>();
        for (Example example : all) {
            if (isNew(runs(normal(example.text())))) {
                kept.add(example);
            } else {
                dropped++;
            }
        }
        return kept;
    }

    int dropped() {
        return dropped;
    }

    /** Letters and digits in lower case, words parted by one blank; addresses and names of users left out. */
    static String normal(String text) {
        return text.toLowerCase()
                .replaceAll("https?://\\S+|@\\w+", " ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private boolean isNew(Set<Integer> runs) {
        int[] sketch = runs.stream()
                .mapToInt(run -> run * 0x9E3779B9)
                .sorted()
                .limit(SKETCH)
                .toArray();
        for (int key : sketch) {
            for (Set<Integer> other : seen.getOrDefault(key, List.of())) {
                if (alike(runs, other)) {
                    return false;
                }
            }
        }
        for (int key : sketch) {
            seen.computeIfAbsent(key, any -> new ArrayList<>()).add(runs);
        }
        return true;
    }

    private static boolean alike(Set<Integer> one, Set<Integer> other) {
        if (Math.min(one.size(), other.size()) < SAME * Math.max(one.size(), other.size())) {
            return false;
        }
        long common = one.stream().filter(other::contains).count();
        return common >= SAME * (one.size() + other.size() - common);
    }

    private static Set<Integer> runs(String normal) {
        String[] words = normal.split(" ");
        Set<Integer> runs = new HashSet<>();
        for (int i = 0; i == 0 || i + RUN <= words.length; i++) {
            int hash = 7;
            for (int j = i; j < Math.min(i + RUN, words.length); j++) {
                hash = hash * 31 + words[j].hashCode();
            }
            runs.add(hash);
        }
        return runs;
    }
}
