package io.rapport.feedback.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Hands a batch over and, where it is refused, halves it until the elements that are to blame stand alone, so that one bad
 * element never holds up the others.
 *
 * <p>A failure that could also be the other side's illness is followed up only if the other side is well, which a harmless
 * probe tells. The probe may be answered by another replica than the one that fell ill, so one such failure proves nothing:
 * an element is blamed for the last of several.
 */
public final class Bisection<T> {
    private static final int ENOUGH_SUSPICION = 3;
    private final Function<List<T>, Answer> send;
    private final BooleanSupplier probe;
    private final List<T> done = new ArrayList<>();
    private final Map<T, String> blamed = new LinkedHashMap<>();
    private String away;

    public Bisection(Function<List<T>, Answer> send, BooleanSupplier probe) {
        this.send = send;
        this.probe = probe;
    }

    /** Sends the batch. What is neither done nor blamed afterwards was left because the other side went away. */
    public Bisection<T> run(List<T> batch) {
        return run(batch, 1);
    }

    private Bisection<T> run(List<T> batch, int time) {
        if (batch.isEmpty() || away != null) {
            return this;
        }
        switch (send.apply(batch)) {
            case Answer.Taken taken -> settle(batch, taken.refused());
            case Answer.Refused refused -> {
                if (batch.size() == 1) {
                    blamed.put(batch.getFirst(), refused.reason());
                } else {
                    halve(batch);
                }
            }
            case Answer.Suspect suspect -> {
                if (!probe.getAsBoolean()) {
                    away = suspect.reason();
                } else if (batch.size() > 1) {
                    halve(batch);
                } else if (time < ENOUGH_SUSPICION) {
                    run(batch, time + 1);
                } else {
                    blamed.put(batch.getFirst(), suspect.reason());
                }
            }
            case Answer.Away gone -> away = gone.reason();
        }
        return this;
    }

    public List<T> done() {
        return done;
    }

    /** The elements that are to blame, each with the reason. */
    public Map<T, String> blamed() {
        return blamed;
    }

    /** Why the other side counts as away; null where it doesn't. */
    public String away() {
        return away;
    }

    private void halve(List<T> batch) {
        int middle = batch.size() / 2;
        run(batch.subList(0, middle));
        run(batch.subList(middle, batch.size()));
    }

    private void settle(List<T> batch, Map<Integer, String> refused) {
        for (int i = 0; i < batch.size(); i++) {
            String reason = refused.get(i);
            if (reason == null) {
                done.add(batch.get(i));
            } else {
                blamed.put(batch.get(i), reason);
            }
        }
    }
}
