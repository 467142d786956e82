package io.rapport.sentiment.aspect;

import io.rapport.sentiment.words.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Finds the things that a sentence speaks of, and their categories. */
public final class AspectFinder {
    private final NameList list;
    private final NameTagger tagger;
    private final Categories categories;
    private final Cues cues;

    /**
     * @param names the category of each listed name, in lower case
     * @param heads the category of single words that aren't listed
     * @param cues the category of what tells of a thing without its name
     */
    public AspectFinder(
            Map<String, String> names, NameTagger tagger, Map<String, String> heads, Map<String, String> cues) {
        this.list = new NameList(names);
        this.tagger = tagger;
        this.categories = new Categories(list, heads);
        this.cues = new Cues(cues);
    }

    /**
     * The things in their order. What a business names itself goes before the product's own.
     *
     * @param text which the sentence is from
     */
    public List<Found> in(String text, Text sentence, OwnAspects own) {
        List<Found> found = new ArrayList<>(own.in(text, sentence));
        List<Found> owned = List.copyOf(found);
        for (Found one : named(sentence)) {
            if (owned.stream().noneMatch(one::overlaps)) {
                found.add(one);
            }
        }
        found.addAll(cues.in(sentence, List.copyOf(found)));
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    /** What is named, whatever a business wants to hear about. */
    public List<Found> named(Text sentence) {
        int[] tags = tagger.tags(sentence, list.marks(sentence));
        List<Found> found = new ArrayList<>();
        int i = 0;
        while (i < tags.length) {
            int to = i + 1;
            if (tags[i] != NameTagger.OUTSIDE) {
                while (to < tags.length && tags[to] == NameTagger.INSIDE) {
                    to++;
                }
                if (!categories.idle(sentence, i, to)) {
                    found.add(new Found(i, to, categories.of(sentence, i, to)));
                }
            }
            i = to;
        }
        return found;
    }
}
