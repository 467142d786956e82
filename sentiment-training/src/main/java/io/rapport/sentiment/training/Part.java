package io.rapport.sentiment.training;

/** What a row is for: weights are fitted to the first, probabilities and thresholds to the second, figures are of the third. */
enum Part {
    TRAIN,
    DEV,
    TEST;

    /** By the hash of what identifies the text, so that it doesn't depend on the order of rows or files. */
    static Part of(String key, int train, int dev) {
        int hundredth = Math.floorMod((key.hashCode() * 0x9E3779B9) >>> 7, 100);
        if (hundredth < train) {
            return TRAIN;
        }
        return hundredth < train + dev ? DEV : TEST;
    }
}
