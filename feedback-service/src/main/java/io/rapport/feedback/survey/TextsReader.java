package io.rapport.feedback.survey;

import io.rapport.frame.json.JsonInput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the labels of scales and the texts of other languages. */
final class TextsReader {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LABEL = 200;

    private TextsReader() {}

    static Labels labels(JsonInput input) {
        JsonInput labels = input.child("labels");
        return labels == null
                ? null
                : new Labels(labels.text("low", LONGEST_LABEL), labels.text("high", LONGEST_LABEL));
    }

    /** An object of translations by language, each of which must be one of the survey's others. */
    static Map<String, Translation> translations(JsonInput input, List<String> languages, List<Question> questions) {
        JsonInput all = input.child("translations");
        Map<String, Translation> translations = new TreeMap<>();
        if (all == null) {
            return translations;
        }
        for (String language : languages) {
            JsonInput one = all.child(language);
            if (one != null) {
                translations.put(language, translation(one, questions));
            }
        }
        return translations;
    }

    private static Translation translation(JsonInput input, List<Question> questions) {
        String question = input.text("question", LONGEST_TEXT);
        Labels labels = labels(input);
        String thanks = input.text("thanks", LONGEST_TEXT);
        JsonInput byId = input.child("questions");
        Map<String, Translation.Texts> texts = new TreeMap<>();
        for (Question one : byId == null ? List.<Question>of() : questions) {
            JsonInput of = one.id() == null ? null : byId.child(one.id());
            if (of != null) {
                texts.put(one.id(), texts(of, one));
            }
        }
        return new Translation(question, labels, thanks, texts);
    }

    private static Translation.Texts texts(JsonInput input, Question question) {
        String text = input.text("text", LONGEST_TEXT);
        List<String> options = input.texts("options", 100, LONGEST_LABEL);
        if (!options.isEmpty() && options.size() != question.options().size()) {
            input.refuse("options", "must be as many as the question has");
        }
        return new Translation.Texts(text, options.isEmpty() ? null : options, labels(input));
    }
}
