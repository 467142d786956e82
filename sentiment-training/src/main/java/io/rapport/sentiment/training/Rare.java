package io.rapport.sentiment.training;

import io.rapport.sentiment.linear.Sparse;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Leaves out features that only one row has: nothing can be learned from them but that row. */
final class Rare {
    private Rare() {}

    static <R> List<R> without(List<R> rows, Function<R, Sparse> features, BiFunction<R, Sparse, R> with) {
        int[] count = new int[WordVectors.PLACES];
        for (R row : rows) {
            Arrays.stream(features.apply(row).ids()).distinct().forEach(id -> count[id]++);
        }
        return rows.stream()
                .map(row -> with.apply(row, common(features.apply(row), count)))
                .toList();
    }

    private static Sparse common(Sparse features, int[] count) {
        int[] ids = new int[features.ids().length];
        float[] values = new float[ids.length];
        int size = 0;
        for (int i = 0; i < ids.length; i++) {
            if (count[features.ids()[i]] > 1) {
                ids[size] = features.ids()[i];
                values[size++] = features.values()[i];
            }
        }
        return new Sparse(Arrays.copyOf(ids, size), Arrays.copyOf(values, size));
    }
}
