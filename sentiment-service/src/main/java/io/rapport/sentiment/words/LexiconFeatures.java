package io.rapport.sentiment.words;

import io.rapport.sentiment.linear.Bag;
import java.util.List;
import java.util.Map;

/** What a lexicon says of a text as a whole, of its sentences, its first and last. */
public final class LexiconFeatures {
    private static final float NEGATED = -0.74f;
    private static final float LOUD = 1.3f;
    private static final double FLAT = 15;
    private static final float SILENT = 0.3f;

    private final long seed;
    private final Map<String, Float> lexicon;
    private final float scale;

    /** @param scale brings the lexicon's values to [−4, 4] or so */
    LexiconFeatures(String name, Map<String, Float> lexicon, float scale) {
        this.seed = Bag.seed(name);
        this.lexicon = lexicon;
        this.scale = scale;
    }

    /** What people said of words, and what the network makes of them. */
    public static List<LexiconFeatures> both(Lexicon lexicon) {
        return List.of(
                new LexiconFeatures("rated", lexicon.rated(), 1), new LexiconFeatures("learned", lexicon.learned(), 3));
    }

    void addTo(Bag bag, Text text) {
        words(bag, text);
        sentences(bag, text);
        bag.keep();
    }

    private void words(Bag bag, Text text) {
        float glad = 0;
        float sorry = 0;
        float best = 0;
        float worst = 0;
        float last = 0;
        int more = 0;
        int less = 0;
        for (int i = 0; i < text.size(); i++) {
            float value = value(text, i);
            if (value > 0) {
                glad += value;
                more++;
            } else if (value < 0) {
                sorry += value;
                less++;
            }
            best = Math.max(best, value);
            worst = Math.min(worst, value);
            last = value == 0 ? last : value;
        }
        float sum = glad + sorry;
        int hits = more + less;
        float length = (float) (2 * Math.sqrt(text.words() + 1));
        put(bag, "sum", flat(sum));
        put(bag, "mean", hits == 0 ? 0 : sum / hits / 2);
        put(bag, "best", best / 3);
        put(bag, "worst", worst / 3);
        put(bag, "last", last / 3);
        put(bag, "density", sum / length);
        put(bag, "none", hits == 0 ? 1 : 0);
        put(bag, "balance", hits == 0 ? 0 : (more - less) / (float) hits);
        put(bag, "glad", glad / length);
        put(bag, "sorry", sorry / length);
    }

    private void sentences(Bag bag, Text text) {
        float sum = 0;
        float best = -1;
        float worst = 1;
        List<Text> sentences = text.sentences();
        for (Text sentence : sentences) {
            float value = sentence(sentence);
            sum += value;
            best = Math.max(best, value);
            worst = Math.min(worst, value);
        }
        if (!sentences.isEmpty()) {
            put(bag, "sentences", sum / sentences.size());
            put(bag, "first sentence", sentence(sentences.getFirst()));
            put(bag, "last sentence", sentence(sentences.getLast()));
            put(bag, "best sentence", best);
            put(bag, "worst sentence", worst);
        }
    }

    private float sentence(Text sentence) {
        float sum = 0;
        for (int i = 0; i < sentence.size(); i++) {
            sum += value(sentence, i);
        }
        return flat(sum);
    }

    /** How the i-th word sounds where it stands; 0 where nothing is known. */
    public float value(Text text, int i) {
        Token token = text.token(i);
        Float known = lexicon.get(token.form());
        if (known == null || Math.abs(known) * scale < SILENT) {
            return 0;
        }
        float value = scale * known * (text.negated(i) ? NEGATED : 1) * (token.loud() ? LOUD : 1);
        return i > 0 ? value * Intensity.of(text.token(i - 1)) : value;
    }

    private static float flat(float sum) {
        return (float) (sum / Math.sqrt(sum * sum + FLAT));
    }

    private void put(Bag bag, String name, float value) {
        if (value != 0) {
            bag.add(Bag.mix(seed, name), value);
        }
    }
}
