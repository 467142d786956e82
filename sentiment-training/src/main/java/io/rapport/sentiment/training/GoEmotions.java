package io.rapport.sentiment.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Comments with 27 feelings. */
final class GoEmotions {
    private static final Set<String> GLAD = Set.of(
            "admiration",
            "amusement",
            "approval",
            "caring",
            "desire",
            "excitement",
            "gratitude",
            "joy",
            "love",
            "optimism",
            "pride",
            "relief");
    private static final Set<String> SORRY = Set.of(
            "anger",
            "annoyance",
            "disappointment",
            "disapproval",
            "disgust",
            "embarrassment",
            "fear",
            "grief",
            "nervousness",
            "remorse",
            "sadness");

    private GoEmotions() {}

    /** A comment and the names of its feelings; the published development set is what figures are of. */
    record Comment(String text, Set<String> feelings, Part part) {}

    static List<Comment> comments(Files files) {
        List<String> names = files.lines("goemotions/labels.txt");
        List<Comment> comments = new ArrayList<>();
        Set<String> tested = new HashSet<>();
        for (String file : List.of("dev", "train")) {
            for (String line : files.lines("goemotions/" + file + ".tsv")) {
                String[] f = line.split("\t");
                Set<String> feelings = new HashSet<>();
                for (String index : f[1].split(",")) {
                    feelings.add(names.get(Integer.parseInt(index)));
                }
                String normal = Duplicates.normal(f[0]);
                if (file.equals("dev")) {
                    tested.add(normal);
                } else if (tested.contains(normal)) {
                    continue;
                }
                Part part = file.equals("dev") ? Part.TEST : Part.of(normal, 88, 12);
                comments.add(new Comment(f[0], feelings, part));
            }
        }
        return comments;
    }

    /** Those that are glad, sorry or neither, and not both. */
    static List<Example> polarity(Files files) {
        List<Example> all = new ArrayList<>();
        for (Comment comment : comments(files)) {
            boolean glad = comment.feelings().stream().anyMatch(GLAD::contains);
            boolean sorry = comment.feelings().stream().anyMatch(SORRY::contains);
            if (glad != sorry || comment.feelings().equals(Set.of("neutral"))) {
                int label = glad ? 2 : sorry ? 0 : 1;
                all.add(new Example("goemotions", true, comment.text(), label, false, Double.NaN, comment.part()));
            }
        }
        return all;
    }
}
