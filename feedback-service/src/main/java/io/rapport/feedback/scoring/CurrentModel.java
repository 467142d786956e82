package io.rapport.feedback.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The model that the sentiment service reads with now. While it is upgraded, its replicas answer with different names, so one
 * is believed only when two looks in a row find it.
 */
@ApplicationScoped
class CurrentModel {
    private final Sentiment sentiment;
    private final RescoringConfig config;
    private String before;
    private String last;
    private Long lookedAt;

    CurrentModel(Sentiment sentiment, RescoringConfig config) {
        this.sentiment = sentiment;
        this.config = config;
    }

    /** Empty until it is certain. Asks the service no more often than it is configured to. */
    synchronized Optional<String> name() {
        long now = System.nanoTime();
        if (lookedAt == null || now - lookedAt >= config.look().toNanos()) {
            lookedAt = now;
            before = last;
            last = sentiment.model().orElse(null);
        }
        return last != null && last.equals(before) ? Optional.of(last) : Optional.empty();
    }
}
