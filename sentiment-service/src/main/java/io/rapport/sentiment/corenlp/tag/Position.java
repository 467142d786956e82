package io.rapport.sentiment.corenlp.tag;

/**
 * One word of a sentence for the search of its tag.
 *
 * @param candidates the tags that it can have
 * @param scores what its features say for all tags
 * @param rare for a rare word the scores of the features that depend on whether a word comes before it, in their order
 */
record Position(int[] candidates, double[] scores, double[][] rare) {}
