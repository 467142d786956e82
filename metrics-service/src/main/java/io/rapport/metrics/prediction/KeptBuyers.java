package io.rapport.metrics.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads others once and keeps them, as long as they aren't too many: several models are fitted to the same. */
final class KeptBuyers implements Buyers {
    private static final int MOST = 50_000;

    private final Buyers others;
    private List<Buyer> kept;

    KeptBuyers(Buyers others) {
        this.others = others;
    }

    @Override
    public void forEach(Consumer<Buyer> each) {
        if (kept != null) {
            kept.forEach(each);
            return;
        }
        List<Buyer> read = new ArrayList<>();
        others.forEach(buyer -> {
            if (read.size() <= MOST) {
                read.add(buyer);
            }
            each.accept(buyer);
        });
        if (read.size() <= MOST) {
            kept = read;
        }
    }
}
