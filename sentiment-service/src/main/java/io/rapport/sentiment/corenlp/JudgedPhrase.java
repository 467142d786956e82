package io.rapport.sentiment.corenlp;

import java.util.List;

/**
 * A part of a sentence as CoreNLP judges it.
 *
 * @param begin index of its first token
 * @param end index after its last token
 * @param classes five probabilities from very negative to very positive
 */
public record JudgedPhrase(int begin, int end, List<Double> classes) {}
