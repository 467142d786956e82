package io.rapport.sentiment.corenlp.convert;

import edu.stanford.nlp.parser.shiftreduce.Weight;
import edu.stanford.nlp.parser.shiftreduce.WeightMap;
import io.rapport.sentiment.corenlp.parse.Weights;
import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.TextHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Packs the parser's three and a half million features. */
final class WeightsExport {
    private final Map<Float, Integer> values = new LinkedHashMap<>();
    /** From a row to its number: of its first cell, or negative (−1 − n) where it is the nth full one. */
    private final Map<Row, Integer> rows = new HashMap<>();

    private final int moves;
    private int[] cells = new int[1 << 20];
    private int cellCount = 1;
    private final List<float[]> full = new ArrayList<>();

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
    }

    private WeightsExport(int moves) {
        this.moves = moves;
    }

    static Weights weights(WeightMap map, int moves) {
        WeightsExport export = new WeightsExport(moves);
        Map<String, Integer> numbers = new HashMap<>();
        float[] scores = new float[moves];
        for (Map.Entry<String, Weight> feature : map.entrySet()) {
            Arrays.fill(scores, 0);
            feature.getValue().score(scores);
            export.row(scores, feature.getKey(), numbers);
        }
        return export.weights(numbers);
    }

    private Weights weights(Map<String, Integer> numbers) {
        FeatureTable.Builder features = new FeatureTable.Builder(numbers.size());
        numbers.forEach(
                (feature, number) -> features.put(TextHash.of(feature), number < 0 ? cellCount - 1 - number : number));
        float[] different = new float[values.size()];
        values.forEach((value, place) -> different[place] = value);
        return new Weights(features.build(), Arrays.copyOf(cells, cellCount), different, full.toArray(float[][]::new));
    }

    private void row(float[] scores, String feature, Map<String, Integer> numbers) {
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
            numbers.put(feature, rows.computeIfAbsent(new Row(Arrays.copyOf(row, length)), it -> append(it, scores)));
        }
    }

    private int append(Row row, float... scores) {
        int length = row.cells().length;
        if (length >= Weights.FULL) {
            full.add(scores.clone());
            return -full.size();
        }
        if (cellCount + length > cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        System.arraycopy(row.cells(), 0, cells, cellCount, length);
        cellCount += length;
        return cellCount - length;
    }
}
