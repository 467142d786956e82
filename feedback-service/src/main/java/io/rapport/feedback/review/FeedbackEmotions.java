package io.rapport.feedback.review;

import java.util.List;

/** What a reading can find that a text feels. */
final class FeedbackEmotions {
    static final List<String> ALL = List.of(
            "joy",
            "trust",
            "gratitude",
            "anticipation",
            "relief",
            "surprise",
            "confusion",
            "anger",
            "annoyance",
            "disappointment",
            "sadness",
            "fear",
            "disgust");

    private FeedbackEmotions() {}
}
