package io.rapport.sentiment.training;

import java.util.List;

/** Figures over judged rows. */
final class Measures {
    /** @param p negative, neutral, positive; @param said the label given */
    record Row(int label, double[] p, int said, double valence) {
        double score() {
            return p[2] - p[0];
        }
    }

    private Measures() {}

    /** Of the rows that are not neutral, how many lie on the right side. */
    static double binary(List<Row> rows) {
        List<Row> sided = rows.stream().filter(row -> row.label() != 1).toList();
        return sided.stream()
                        .filter(row -> (row.score() > 0) == (row.label() == 2))
                        .count()
                / (double) sided.size();
    }

    /** Mean of the F1 of the three classes. */
    static double macroF1(List<Row> rows) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            int label = c;
            long hits = rows.stream()
                    .filter(row -> row.said() == label && row.label() == label)
                    .count();
            long said = rows.stream().filter(row -> row.said() == label).count();
            long are = rows.stream().filter(row -> row.label() == label).count();
            sum += said + are == 0 ? 0 : 2.0 * hits / (said + are);
        }
        return sum / 3;
    }

    /** Pearson's correlation of score and valence. */
    static double correlation(List<Row> rows) {
        double n = rows.size();
        double x = rows.stream().mapToDouble(Row::score).average().orElseThrow();
        double y = rows.stream().mapToDouble(Row::valence).average().orElseThrow();
        double xy = rows.stream()
                        .mapToDouble(row -> (row.score() - x) * (row.valence() - y))
                        .sum()
                / n;
        double xx =
                rows.stream().mapToDouble(row -> Math.pow(row.score() - x, 2)).sum() / n;
        double yy =
                rows.stream().mapToDouble(row -> Math.pow(row.valence() - y, 2)).sum() / n;
        return xy / Math.sqrt(xx * yy);
    }

    /** Expected calibration error: how far the likeliest class's probability is from how often it is right, in ten bins. */
    static double calibrationError(List<Row> rows, boolean binary) {
        double[] sure = new double[10];
        double[] right = new double[10];
        for (Row row : rows) {
            double[] p = row.p();
            double positive = p[2] / (p[0] + p[2]);
            int best = binary ? positive > .5 ? 2 : 0 : p[1] > p[0] && p[1] > p[2] ? 1 : p[2] > p[0] ? 2 : 0;
            double confidence = binary ? Math.max(positive, 1 - positive) : p[best];
            int bin = (int) Math.min(9, confidence * 10);
            sure[bin] += confidence;
            right[bin] += best == row.label() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < 10; bin++) {
            error += Math.abs(sure[bin] - right[bin]) / rows.size();
        }
        return error;
    }
}
