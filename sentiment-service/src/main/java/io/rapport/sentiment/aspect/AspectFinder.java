package io.rapport.sentiment.aspect;

import io.rapport.sentiment.words.Text;
import io.rapport.sentiment.words.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds the things that a sentence names, and their categories. */
public final class AspectFinder {
    private static final int LONGEST = 3;

    private final Map<String, String> terms;

    /** @param terms the category of each name, in lower case, of at most {@value #LONGEST} words */
    public AspectFinder(Map<String, String> terms) {
        this.terms = Map.copyOf(terms);
    }

    /** A named thing: its tokens from the first to before the last. */
    public record Found(int from, int to, String category) {
        boolean overlaps(Found other) {
            return from < other.to && other.from < to;
        }
    }

    /**
     * The things in their order; where one name is part of another, the longer. What a business names itself goes first.
     *
     * @param text which the sentence is from
     */
    public List<Found> in(String text, Text sentence, OwnAspects own) {
        List<Found> first = own.in(text, sentence);
        List<Found> listed = in(sentence);
        if (first.isEmpty()) {
            return listed;
        }
        List<Found> found = new ArrayList<>(first);
        listed.stream().filter(one -> first.stream().noneMatch(one::overlaps)).forEach(found::add);
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    private List<Found> in(Text sentence) {
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < sentence.size()) {
            Found one = at(sentence, i);
            if (one == null) {
                i++;
            } else {
                found.add(one);
                i = one.to();
            }
        }
        return found;
    }

    private Found at(Text sentence, int from) {
        for (int to = Math.min(sentence.size(), from + LONGEST); to > from; to--) {
            String category = category(sentence, from, to);
            if (category != null) {
                return new Found(from, to, category);
            }
        }
        return null;
    }

    private String category(Text sentence, int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < to; i++) {
            Token token = sentence.token(i);
            if (!token.wordy()) {
                return null;
            }
            name.append(i > from ? " " : "").append(token.form());
        }
        String known = terms.get(name.toString());
        boolean plural = known == null && name.length() > 3 && name.charAt(name.length() - 1) == 's';
        return plural ? terms.get(name.substring(0, name.length() - 1)) : known;
    }
}
