package io.rapport.models.purchase;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * The histories of many customers, equal ones counted together: a likelihood depends on nothing else. Times that occur are kept
 * once, so that their logarithms are taken once.
 */
public final class Histories {
    final int[] repeats;
    final int[] last;
    final int[] observed;
    final long[] count;
    final double[] times;
    final int mostRepeats;
    private final long customers;
    private final long buyers;
    private final double purchases;
    private final double exposure;

    private Histories(Map<PurchaseHistory, long[]> groups) {
        int n = groups.size();
        repeats = new int[n];
        last = new int[n];
        observed = new int[n];
        count = new long[n];
        times = groups.keySet().stream()
                .flatMapToDouble(history -> DoubleStream.of(history.last(), history.observed()))
                .distinct()
                .sorted()
                .toArray();
        long all = 0;
        long repeating = 0;
        double sum = 0;
        double time = 0;
        int i = 0;
        for (var group : groups.entrySet()) {
            PurchaseHistory history = group.getKey();
            repeats[i] = history.repeats();
            last[i] = Arrays.binarySearch(times, history.last());
            observed[i] = Arrays.binarySearch(times, history.observed());
            count[i] = group.getValue()[0];
            all += count[i];
            repeating += history.repeats() > 0 ? count[i] : 0;
            sum += (double) count[i] * history.repeats();
            time += count[i] * history.observed();
            i++;
        }
        customers = all;
        buyers = repeating;
        purchases = sum;
        exposure = time;
        mostRepeats = Arrays.stream(repeats).max().orElse(0);
    }

    public static Histories of(Collection<PurchaseHistory> customers) {
        Map<PurchaseHistory, long[]> groups = new HashMap<>();
        for (PurchaseHistory customer : customers) {
            groups.computeIfAbsent(customer, history -> new long[1])[0]++;
        }
        return new Histories(groups);
    }

    /** How many differ. */
    int size() {
        return count.length;
    }

    public long customers() {
        return customers;
    }

    /** How many bought again. */
    public long repeatBuyers() {
        return buyers;
    }

    /** Of all of them together, the first of each left out. */
    public double repeatPurchases() {
        return purchases;
    }

    /** The time for which all of them together were observed. */
    public double observedTime() {
        return exposure;
    }

    /** ln(shift + t) of each time that occurs. */
    double[] logTimes(double shift) {
        double[] logs = new double[times.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(shift + times[i]);
        }
        return logs;
    }
}
