package io.rapport.sample.story;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Chance, repeatable: the same seed and purpose throw the same numbers on every machine and JDK. */
public final class Dice {
    private final Random random;

    /** Each purpose has its own sequence, so that a change in one part of the story leaves the others alone. */
    public Dice(long seed, String purpose) {
        random = new Random(scatter(seed * 1_000_003L + purpose.hashCode()));
    }

    /** Neighbouring seeds of {@link Random} begin alike; the finaliser of SplitMix64 drives them apart. */
    private static long scatter(long seed) {
        long mixed = (seed ^ (seed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    /** Uniform in [0, 1). */
    public double number() {
        return random.nextDouble();
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform from low to high, both included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public <T> T pick(List<T> choices, ToDoubleFunction<T> weight) {
        double sum = 0;
        for (T choice : choices) {
            sum += weight.applyAsDouble(choice);
        }
        double rest = random.nextDouble() * sum;
        for (T choice : choices) {
            rest -= weight.applyAsDouble(choice);
            if (rest < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }

    /** A Poisson number, by Knuth's product of uniforms; meant for means below a few hundred. */
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** How often something that goes on with this probability goes on, at most {@code limit} times. */
    public int repeats(double probability, int limit) {
        int count = 0;
        while (count < limit && chance(probability)) {
            count++;
        }
        return count;
    }

    /** Log-normal: its median, and the standard deviation of its logarithm. */
    public double spread(double median, double sigma) {
        return median * StrictMath.exp(sigma * random.nextGaussian());
    }
}
