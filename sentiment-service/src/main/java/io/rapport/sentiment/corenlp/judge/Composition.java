package io.rapport.sentiment.corenlp.judge;

import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import java.io.IOException;

/**
 * The vector of a pair: tanh(W·[x; 1] + xᵀTx), where x is both parts' vectors in a row.
 *
 * <p>Of each slice of the tensor T only the sum of the two elements that belong to xᵢxⱼ matters, so half of it is kept: for each i
 * in an array of its own the elements of all j ≤ i, and for each of these one number of each slice. Four such arrays are made as long
 * as the last of them, by zeros. That leaves long loops without branches, which the compiler turns into vector instructions.
 */
public record Composition(int size, double[] transform, double[][] tensor) {
    private static final int AT_ONCE = 4;

    /**
     * @param transform W by rows, the last column for the 1
     * @param slices of the tensor, each by rows
     */
    public static Composition of(int size, double[] transform, double[]... slices) {
        int both = 2 * size;
        double[][] tensor = new double[(both + AT_ONCE - 1) / AT_ONCE * AT_ONCE][];
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = new double[Math.min(both, i / AT_ONCE * AT_ONCE + AT_ONCE) * size];
        }
        for (int i = 0; i < both; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < size; k++) {
                    double[] slice = slices[k];
                    tensor[i][j * size + k] = i == j ? slice[i * both + i] : slice[i * both + j] + slice[j * both + i];
                }
            }
        }
        return new Composition(size, transform, tensor);
    }

    /** Reads what {@link #write} wrote. */
    public static Composition read(ModelInput in) throws IOException {
        int size = in.integer();
        double[] transform = in.doubles();
        double[][] tensor = new double[in.integer()][];
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = in.doubles();
        }
        return new Composition(size, transform, tensor);
    }

    /** Writes the matrices. */
    public void write(ModelOutput out) throws IOException {
        out.integer(size);
        out.doubles(transform);
        out.integer(tensor.length);
        for (double[] part : tensor) {
            out.doubles(part);
        }
    }

    double[] of(double[] left, double[] right) {
        double[] both = new double[tensor.length];
        System.arraycopy(left, 0, both, 0, size);
        System.arraycopy(right, 0, both, size, size);
        double[] result = bilinear(both);
        for (int i = 0; i < size; i++) {
            result[i] = Math.tanh(result[i] + linear(i, both));
        }
        return result;
    }

    private double linear(int row, double... both) {
        int at = row * (2 * size + 1);
        double sum = transform[at + 2 * size];
        for (int j = 0; j < 2 * size; j++) {
            sum += transform[at + j] * both[j];
        }
        return sum;
    }

    private double[] bilinear(double... both) {
        double[] products = new double[2 * size * size];
        for (int i = 0; i < tensor.length; i += AT_ONCE) {
            addScaled(i, both, products);
        }
        double[] result = new double[size];
        for (int j = 0; j < 2 * size; j += 2) {
            double first = both[j];
            double second = both[j + 1];
            int at = j * size;
            for (int slice = 0; slice < size; slice++) {
                result[slice] += first * products[at + slice] + second * products[at + size + slice];
            }
        }
        return result;
    }

    private void addScaled(int first, double[] both, double... to) {
        addScaled(
                tensor[first],
                tensor[first + 1],
                tensor[first + 2],
                tensor[first + 3],
                both[first],
                both[first + 1],
                both[first + 2],
                both[first + 3],
                to);
    }

    private static void addScaled(
            double[] a, double[] b, double[] c, double[] d, double x, double y, double z, double w, double... to) {
        for (int i = 0; i < a.length; i++) {
            to[i] += x * a[i] + y * b[i] + z * c[i] + w * d[i];
        }
    }
}
