package io.rapport.sentiment.corenlp.tag;

/**
 * What the words say for each tag at a position, as factors of its probability.
 *
 * @param shift the log by which the factors have been made smaller, so that they stay in range
 */
record Evidence(double shift, double... factors) {

    static Evidence of(double... logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double[] factors = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            factors[i] = Math.exp(logs[i] - most);
        }
        return new Evidence(most, factors);
    }
}
