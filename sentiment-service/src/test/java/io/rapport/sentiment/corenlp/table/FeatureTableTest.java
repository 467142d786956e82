package io.rapport.sentiment.corenlp.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
    private static final int MANY = 100_000;

    @Test
    void findsEveryFeatureAndNoOther() {
        FeatureTable table = filled();
        for (int i = 1; i <= MANY; i++) {
            assertThat(table.find(TextHash.of("S0W-" + i))).isEqualTo(i);
            assertThat(table.find(TextHash.of("S1W-" + i))).isEqualTo(FeatureTable.NONE);
        }
    }

    @Test
    void findsManyAtOnce() {
        FeatureTable table = filled();
        long[] hashes = new long[2 * MANY];
        for (int i = 1; i <= MANY; i++) {
            hashes[2 * i - 2] = TextHash.of("S0W-" + i);
            hashes[2 * i - 1] = TextHash.of("S1W-" + i);
        }
        FeatureTable.mix(hashes, hashes.length);
        int[] found = new int[hashes.length];
        table.find(hashes, hashes.length, found, new long[hashes.length]);
        for (int i = 1; i <= MANY; i++) {
            assertThat(found[2 * i - 2]).isEqualTo(i);
            assertThat(found[2 * i - 1]).isEqualTo(FeatureTable.NONE);
        }
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ModelOutput out = new ModelOutput(bytes)) {
            filled().write(out);
        }
        try (ModelInput in = new ModelInput(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(FeatureTable.read(in).find(TextHash.of("S0W-" + MANY))).isEqualTo(MANY);
        }
    }

    @Test
    void sameHashTwiceIsRefused() {
        FeatureTable.Builder builder = new FeatureTable.Builder(2);
        builder.put(TextHash.of("a"), 1);
        assertThatThrownBy(() -> builder.put(TextHash.of("a"), 2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void numbersMustFit() {
        FeatureTable.Builder builder = new FeatureTable.Builder(2);
        assertThatThrownBy(() -> builder.put(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.put(1, 1 << 24)).isInstanceOf(IllegalArgumentException.class);
        builder.put(1, (1 << 24) - 1);
        assertThat(builder.build().find(1)).isEqualTo((1 << 24) - 1);
    }

    private static FeatureTable filled() {
        FeatureTable.Builder builder = new FeatureTable.Builder(MANY);
        for (int i = 1; i <= MANY; i++) {
            builder.put(TextHash.of("S0W-" + i), i);
        }
        return builder.build();
    }
}
