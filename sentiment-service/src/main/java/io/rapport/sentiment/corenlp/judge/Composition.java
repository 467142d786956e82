package io.rapport.sentiment.corenlp.judge;

import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import java.io.IOException;

/**
 * The vector of a pair: tanh(W·[x; 1] + xᵀTx), where x is both parts' vectors in a row.
 *
 * <p>Of each slice of the tensor T only the sum of the two elements that belong to xᵢxⱼ matters, so half of it is kept: for each i
 * in an array of its own the elements of all j ≤ i, and for each of these one number of each slice. That leaves long loops without
 * branches, which the compiler turns into vector instructions.
 */
public record Composition(int size, double[] transform, double[][] tensor) {

    /**
     * @param transform W by rows, the last column for the 1
     * @param slices of the tensor, each by rows
     */
    public static Composition of(int size, double[] transform, double[]... slices) {
        int both = 2 * size;
        double[][] tensor = new double[both][];
        for (int i = 0; i < both; i++) {
            tensor[i] = new double[(i + 1) * size];
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
        double[][] tensor = new double[2 * size][];
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = in.doubles();
        }
        return new Composition(size, transform, tensor);
    }

    /** Writes the matrices. */
    public void write(ModelOutput out) throws IOException {
        out.integer(size);
        out.doubles(transform);
        for (double[] part : tensor) {
            out.doubles(part);
        }
    }

    double[] of(double[] left, double[] right) {
        double[] both = new double[2 * size];
        System.arraycopy(left, 0, both, 0, size);
        System.arraycopy(right, 0, both, size, size);
        double[] result = bilinear(both);
        for (int i = 0; i < size; i++) {
            result[i] = Math.tanh(result[i] + linear(i, both));
        }
        return result;
    }

    private double linear(int row, double... both) {
        int at = row * (both.length + 1);
        double sum = transform[at + both.length];
        for (int j = 0; j < both.length; j++) {
            sum += transform[at + j] * both[j];
        }
        return sum;
    }

    private double[] bilinear(double... both) {
        double[] products = new double[both.length * size];
        for (int i = 0; i < both.length; i++) {
            addScaled(tensor[i], both[i], products);
        }
        double[] result = new double[size];
        for (int j = 0; j < both.length; j++) {
            for (int slice = 0; slice < size; slice++) {
                result[slice] += both[j] * products[j * size + slice];
            }
        }
        return result;
    }

    private static void addScaled(double[] from, double factor, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += factor * from[i];
        }
    }
}
