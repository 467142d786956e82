package io.rapport.sentiment.aspect;

import io.rapport.sentiment.linear.Bag;
import io.rapport.sentiment.linear.Sparse;
import io.rapport.sentiment.words.Lexicon;
import io.rapport.sentiment.words.LexiconFeatures;
import io.rapport.sentiment.words.Text;
import java.util.List;

/** What the linear model sees of one thing in a sentence: the words about it, the nearer the clearer. */
public final class AspectFeatures {
    /** The sort of a thing that stands in the text by name. */
    public static final String NAMED = "term";

    private static final long NEAR = Bag.seed("near");
    private static final long SIDE = Bag.seed("side");
    private static final long NARROW = Bag.seed("narrow");
    private static final long NARROW_PAIR = Bag.seed("narrow pair");
    private static final long WIDE = Bag.seed("wide");
    private static final long WHOLE = Bag.seed("whole");
    private static final long TERM = Bag.seed("term");
    private static final long SOUND = Bag.seed("sound");
    private static final long TAG = Bag.seed("tag");

    private final List<LexiconFeatures> lexicons;

    public AspectFeatures(Lexicon lexicon) {
        this.lexicons = LexiconFeatures.both(lexicon);
    }

    /**
     * @param from the first token of the thing, −1 where it isn't named
     * @param to after its last token
     * @param tag what sort of thing it is
     */
    public Sparse of(Text sentence, int from, int to, String tag) {
        Bag bag = new Bag();
        Clauses clauses = new Clauses(sentence);
        words(bag, sentence, clauses, from, to);
        pairs(bag, sentence, clauses, from, to);
        for (int l = 0; l < lexicons.size(); l++) {
            sounds(bag, Bag.mix(SOUND, "" + l), lexicons.get(l), sentence, clauses, from, to);
        }
        bag.add(Bag.mix(TAG, tag), 1);
        bag.add(Bag.mix(TAG, from < 0 ? "unnamed" : "named"), 1);
        bag.add(Bag.mix(TAG, "length"), sentence.size() / 40f);
        bag.keep();
        return bag.vector();
    }

    private static void words(Bag bag, Text sentence, Clauses clauses, int from, int to) {
        for (int i = 0; i < sentence.size(); i++) {
            if (i >= from && i < to) {
                bag.add(Bag.mix(TERM, sentence.token(i).form()), 1);
            }
        }
        bag.scale(0.5f);
        for (int i = 0; i < sentence.size(); i++) {
            int distance = distance(i, from, to);
            if (distance > 0) {
                bag.add(Bag.mix(word(NEAR, sentence, i), bucket(distance)), 1);
                bag.add(Bag.mix(word(SIDE, sentence, i), i < from ? "left" : "right"), 1f / distance);
            }
        }
        bag.scale(1);
        for (int i = 0; i < sentence.size(); i++) {
            if (distance(i, from, to) != 0 && (from < 0 || clauses.sameNarrow(i, from))) {
                bag.add(word(NARROW, sentence, i), 1);
            }
        }
        bag.scale(1);
        for (int i = 0; i < sentence.size(); i++) {
            if (distance(i, from, to) != 0 && (from < 0 || clauses.sameWide(i, from))) {
                bag.add(word(WIDE, sentence, i), 1);
            }
        }
        bag.scale(0.7f);
        for (int i = 0; i < sentence.size(); i++) {
            bag.add(word(WHOLE, sentence, i), 1);
        }
        bag.scale(0.5f);
    }

    private static void pairs(Bag bag, Text sentence, Clauses clauses, int from, int to) {
        for (int i = 0; i + 1 < sentence.size(); i++) {
            if (from < 0 || clauses.sameNarrow(i, from) && clauses.sameNarrow(i + 1, from)) {
                bag.add(named(sentence, i, from, to) * 31 + named(sentence, i + 1, from, to), 1);
            }
        }
        bag.scale(1);
    }

    private static long named(Text sentence, int i, int from, int to) {
        return i >= from && i < to ? NARROW_PAIR * 7 : word(NARROW_PAIR, sentence, i);
    }

    private static void sounds(
            Bag bag, long seed, LexiconFeatures lexicon, Text sentence, Clauses clauses, int from, int to) {
        float near = 0;
        float narrow = 0;
        float wide = 0;
        float whole = 0;
        float left = 0;
        float right = 0;
        for (int i = 0; i < sentence.size(); i++) {
            float value = lexicon.value(sentence, i);
            int distance = distance(i, from, to);
            if (value == 0 || distance == 0) {
                continue;
            }
            whole += value;
            near += distance > 0 ? value / distance : 0;
            narrow += from < 0 || clauses.sameNarrow(i, from) ? value : 0;
            wide += from < 0 || clauses.sameWide(i, from) ? value : 0;
            left = i < from ? value / distance : left;
            right = from >= 0 && i >= to && right == 0 ? value / distance : right;
        }
        sound(bag, seed, "near", near / 2);
        sound(bag, seed, "narrow", flat(narrow));
        sound(bag, seed, "wide", flat(wide));
        sound(bag, seed, "whole", flat(whole));
        sound(bag, seed, "left", left);
        sound(bag, seed, "right", right);
        sound(bag, seed, "silent", narrow == 0 ? 1 : 0);
        sound(bag, seed, "silent wide", wide == 0 ? 1 : 0);
    }

    private static void sound(Bag bag, long seed, String name, float value) {
        if (value != 0) {
            bag.add(Bag.mix(seed, name), value);
        }
    }

    private static float flat(float sum) {
        return (float) (sum / Math.sqrt(sum * sum + 4));
    }

    /** 0 inside the thing, −1 where it isn't named. */
    private static int distance(int i, int from, int to) {
        if (from < 0) {
            return -1;
        }
        return i < from ? from - i : i < to ? 0 : i - to + 1;
    }

    private static String bucket(int distance) {
        return distance <= 2 ? "" + distance : distance <= 4 ? "3" : distance <= 8 ? "5" : "9";
    }

    private static long word(long seed, Text text, int i) {
        return Bag.mix(
                text.negated(i) && text.token(i).wordy() ? ~seed : seed,
                text.token(i).form());
    }
}
