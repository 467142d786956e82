package io.rapport.sentiment.aspect;

import io.rapport.sentiment.words.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tells of a thing without its name: "overpriced" of the price, "took an hour" of the waiting time. */
final class Cues {
    /** What a category ends in whose cue counts only where nothing else is named, since it may be said of anything. */
    private static final String WEAK = "?";

    private final NameList strong;
    private final NameList weak;

    /** @param cues the category of each cue, with {@value #WEAK} behind it for a weak one */
    Cues(Map<String, String> cues) {
        Map<String, String> sure = new HashMap<>();
        Map<String, String> unsure = new HashMap<>();
        cues.forEach((cue, category) -> {
            if (category.endsWith(WEAK)) {
                unsure.put(cue, category.substring(0, category.length() - WEAK.length()));
            } else {
                sure.put(cue, category);
            }
        });
        this.strong = new NameList(sure);
        this.weak = new NameList(unsure);
    }

    /** What is told beside the things that are named; of one category one in a clause. */
    List<Found> in(Text sentence, List<Found> named) {
        Clauses clauses = new Clauses(sentence);
        List<Found> told = new ArrayList<>();
        for (Found cue : strong.in(sentence)) {
            if (free(cue, named) && free(cue, told) && isNew(cue, named, clauses) && isNew(cue, told, clauses)) {
                told.add(unnamed(cue));
            }
        }
        for (Found cue : weak.in(sentence)) {
            boolean alone = named.stream().noneMatch(one -> clauses.sameNarrow(one.from(), cue.from()));
            if (alone && free(cue, told) && isNew(cue, named, clauses) && isNew(cue, told, clauses)) {
                told.add(unnamed(cue));
            }
        }
        return told;
    }

    private static boolean free(Found cue, List<Found> others) {
        return others.stream().noneMatch(cue::overlaps);
    }

    private static boolean isNew(Found cue, List<Found> others, Clauses clauses) {
        return others.stream()
                .noneMatch(one -> one.category().equals(cue.category()) && clauses.sameWide(one.from(), cue.from()));
    }

    private static Found unnamed(Found cue) {
        return new Found(cue.from(), cue.to(), cue.category(), false);
    }
}
