package io.rapport.metrics.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roaringbitmap.RoaringBitmap;

class UnitedSetsTest {
    /** Few and many numbers of a stretch, near and far, and runs: as each kind of container, and as several together. */
    @ParameterizedTest
    @CsvSource({
        "1, 5, 1000000",
        "2, 3, 70000",
        "12, 400, 300000",
        "12, 90, 65536",
        "7, 20000, 65536",
        "3, 60000, 66000",
        "5, 2000, 2500",
        "2, 30, 30000000",
        "1, 60000, 200000",
        "3, 250000, 260000"
    })
    void countsEachNumberOnceAsAHashSetDoes(int parts, int size, int below) {
        Random random = new Random(parts + size + below);
        UnitedSets<String> united = new UnitedSets<>();
        Set<Integer> expected = new HashSet<>();
        for (int i = 0; i < parts; i++) {
            RoaringBitmap part = new RoaringBitmap();
            for (int j = 0; j < size; j++) {
                part.add(random.nextInt(below));
            }
            part.runOptimize();
            part.forEach((int number) -> expected.add(number));
            united.add("page", stored(part));
        }
        assertThat(united.counts()).isEqualTo(Map.of("page", (long) expected.size()));
    }

    @Test
    void unitesWhatHasTheSameKey() {
        RoaringBitmap even = new RoaringBitmap();
        RoaringBitmap all = new RoaringBitmap();
        for (int number = 0; number < 10_000; number++) {
            all.add(number);
            if (number % 2 == 0) {
                even.add(number);
            }
        }
        UnitedSets<Integer> united = new UnitedSets<>();
        united.add(1, stored(even));
        united.add(1, stored(all));
        united.add(2, stored(even));
        assertThat(united.counts()).isEqualTo(Map.of(1, 10_000L, 2, 5_000L));
    }

    private static byte[] stored(RoaringBitmap set) {
        ByteBuffer bytes = ByteBuffer.allocate(set.serializedSizeInBytes());
        set.serialize(bytes);
        return bytes.array();
    }
}
