package io.rapport.sentiment.corenlp.convert;

import edu.stanford.nlp.parser.shiftreduce.Weight;
import edu.stanford.nlp.parser.shiftreduce.WeightMap;
import io.rapport.sentiment.corenlp.parse.Weights;
import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.TextHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Packs the parser's three and a half million features. */
final class WeightsExport {
    private final Map<Float, Integer> values = new LinkedHashMap<>();
    /** The features of each row. */
    private final Map<Row, List<String>> rows = new LinkedHashMap<>();

    private final int moves;

    /** A row as cells, to be found again. */
    private record Row(int... cells) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Row row && Arrays.equals(cells, row.cells);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(cells);
        }

        int length() {
            return cells.length;
        }
    }

    private WeightsExport(int moves) {
        this.moves = moves;
    }

    static Weights weights(WeightMap map, int moves) {
        WeightsExport export = new WeightsExport(moves);
        float[] scores = new float[moves];
        for (Map.Entry<String, Weight> feature : map.entrySet()) {
            Arrays.fill(scores, 0);
            feature.getValue().score(scores);
            export.add(feature.getKey(), scores);
        }
        return export.weights();
    }

    private void add(String feature, float... scores) {
        int[] row = new int[moves];
        int length = 0;
        for (int move = 0; move < moves; move++) {
            if (scores[move] != 0) {
                row[length++] =
                        Weights.cell(move, values.computeIfAbsent(scores[move], unknown -> values.size()), false);
            }
        }
        if (length > 0) {
            row[length - 1] |= Weights.LAST;
            rows.computeIfAbsent(new Row(Arrays.copyOf(row, length)), it -> new ArrayList<>(1))
                    .add(feature);
        }
    }

    private Weights weights() {
        // What was often trained on says much, and comes often: it had better lie together in memory.
        List<Row> order = new ArrayList<>(rows.keySet());
        order.sort(Comparator.comparingInt(Row::length).reversed());
        int[] cells = new int[1 + order.stream().mapToInt(Row::length).sum()];
        int[] full = new int
                [(int) order.stream()
                        .filter(row -> row.length() >= Weights.FULL)
                        .count()];
        FeatureTable.Builder some = table(true);
        FeatureTable.Builder others = table(false);
        int next = 1;
        for (int i = 0; i < order.size(); i++) {
            Row row = order.get(i);
            System.arraycopy(row.cells(), 0, cells, next, row.length());
            if (i < full.length) {
                full[i] = next;
            }
            FeatureTable.Builder table = row.length() >= Weights.LONG ? some : others;
            int number = i < full.length ? cells.length + i : next;
            rows.get(row).forEach(feature -> table.put(TextHash.of(feature), number));
            next += row.length();
        }
        float[] different = new float[values.size()];
        values.forEach((value, place) -> different[place] = value);
        return new Weights(some.build(), others.build(), cells, different, full);
    }

    private FeatureTable.Builder table(boolean longRows) {
        return new FeatureTable.Builder(rows.entrySet().stream()
                .filter(row -> row.getKey().length() >= Weights.LONG == longRows)
                .mapToInt(row -> row.getValue().size())
                .sum());
    }
}
