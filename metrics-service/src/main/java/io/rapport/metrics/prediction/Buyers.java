package io.rapport.metrics.prediction;

import java.util.function.Consumer;

/** All customers who bought in a period, one after the other, as often as one asks. */
@FunctionalInterface
interface Buyers {
    void forEach(Consumer<Buyer> each);
}
