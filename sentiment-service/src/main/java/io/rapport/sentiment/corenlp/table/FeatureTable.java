package io.rapport.sentiment.corenlp.table;

import java.io.IOException;

/**
 * From the hash of a feature to a number in [1, 2²⁴), by open addressing in one array: each slot holds 40 bits of the mixed hash
 * above the 24 bits of the number. The place of the slot stands for the other bits, so a feature that isn't in the table is taken
 * for one that is about once in 10¹¹ look-ups.
 */
public final class FeatureTable {
    /** What {@link #find} answers when there is nothing. */
    public static final int NONE = 0;

    private static final int NUMBER_BITS = 24;
    private static final long NUMBER = (1L << NUMBER_BITS) - 1;

    private final long[] slots;

    private FeatureTable(long[] slots) {
        this.slots = slots;
    }

    /** Reads what {@link #write} wrote. */
    public static FeatureTable read(ModelInput in) throws IOException {
        return new FeatureTable(in.longs());
    }

    /** Writes the table as it lies in memory. */
    public void write(ModelOutput out) throws IOException {
        out.longs(slots);
    }

    /** The number of a feature, or {@link #NONE}. */
    public int find(long hash) {
        long mixed = mix(hash);
        int slot = slot(mixed);
        return find(mixed, slot, slots[slot]);
    }

    /** Mixes hashes, in place, for the other {@code find}; they are the same for all tables. */
    public static void mix(long[] hashes, int count) {
        for (int i = 0; i < count; i++) {
            hashes[i] = mix(hashes[i]);
        }
    }

    /**
     * The numbers of many features.
     *
     * @param mixed their hashes, mixed
     * @param found room for their numbers
     * @param first room for as many
     */
    public void find(long[] mixed, int count, int[] found, long[] first) {
        // Without branches, so that no look-up waits for the memory of the one before.
        for (int i = 0; i < count; i++) {
            first[i] = slots[slot(mixed[i])];
        }
        for (int i = 0; i < count; i++) {
            long wanted = mixed[i] << NUMBER_BITS;
            boolean here = ((first[i] ^ wanted) & ~NUMBER) == 0;
            found[i] = here ? (int) (first[i] & NUMBER) : find(mixed[i], slot(mixed[i]), first[i]);
        }
    }

    private int find(long mixed, int first, long inFirst) {
        long wanted = mixed << NUMBER_BITS;
        int slot = first;
        long found = inFirst;
        while (found != 0) {
            if (((found ^ wanted) & ~NUMBER) == 0) {
                return (int) (found & NUMBER);
            }
            slot = slot + 1 == slots.length ? 0 : slot + 1;
            found = slots[slot];
        }
        return NONE;
    }

    private int slot(long mixed) {
        return (int) Math.unsignedMultiplyHigh(mixed, slots.length);
    }

    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 29)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 32);
    }

    /** Fills a table for a known number of features. */
    public static final class Builder {
        private final FeatureTable table;

        /** @param features how many there will be */
        public Builder(int features) {
            this.table = new FeatureTable(new long[Math.max(16, (int) (features / 0.5))]);
        }

        /** @throws IllegalStateException if the hash can't be told from that of a feature already there */
        public void put(long hash, int number) {
            if (number <= NONE || number > NUMBER) {
                throw new IllegalArgumentException("Not in [1, 2^24): " + number);
            }
            if (table.find(hash) != NONE) {
                throw new IllegalStateException("Two features have the same hash.");
            }
            long mixed = mix(hash);
            int slot = table.slot(mixed);
            while (table.slots[slot] != 0) {
                slot = slot + 1 == table.slots.length ? 0 : slot + 1;
            }
            table.slots[slot] = (mixed << NUMBER_BITS) | number;
        }

        /** The table; nothing may be put any more. */
        public FeatureTable build() {
            return table;
        }
    }
}
