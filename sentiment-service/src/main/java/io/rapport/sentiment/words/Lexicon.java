package io.rapport.sentiment.words;

import java.util.Map;

/**
 * Words whose sound is known without their company.
 *
 * @param rated by people, in [−4, 4] (VADER's lexicon, Hutto and Gilbert 2014)
 * @param learned what CoreNLP's network makes of the word alone, in [−1, 1]
 */
public record Lexicon(Map<String, Float> rated, Map<String, Float> learned) {}
