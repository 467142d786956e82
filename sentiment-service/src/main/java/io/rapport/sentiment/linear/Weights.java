package io.rapport.sentiment.linear;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A linear map from features to a few classes, one byte a weight. The byte is the square root of the weight's size in 127ths
 * of the largest, so that small weights keep more of their digits.
 */
public final class Weights {
    private final int classes;
    private final float largest;
    private final byte[] bytes;
    private final float[] values = new float[256];

    private Weights(int classes, float largest, byte[] bytes) {
        this.classes = classes;
        this.largest = largest;
        this.bytes = bytes;
        for (int q = -128; q < 128; q++) {
            values[q & 0xff] = largest * q * Math.abs(q) / (127f * 127f);
        }
    }

    /** @param weights place by place, class by class */
    public static Weights of(float[] weights, int classes) {
        float largest = 1e-9f;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        byte[] bytes = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            long q = Math.round(127 * Math.sqrt(Math.abs(weights[i]) / largest));
            bytes[i] = (byte) (weights[i] < 0 ? -q : q);
        }
        return new Weights(classes, largest, bytes);
    }

    public int classes() {
        return classes;
    }

    /** The score of each class. */
    public double[] scores(Sparse features) {
        if (classes == 3) {
            return three(features);
        }
        double[] scores = new double[classes];
        int[] ids = features.ids();
        float[] amounts = features.values();
        for (int i = 0; i < ids.length; i++) {
            int at = ids[i] * classes;
            for (int c = 0; c < classes; c++) {
                scores[c] += values[bytes[at + c] & 0xff] * amounts[i];
            }
        }
        return scores;
    }

    /** Adds what one feature says to the score of each class. */
    public void addTo(double[] scores, int place, float amount) {
        int at = place * classes;
        for (int c = 0; c < classes; c++) {
            scores[c] += values[bytes[at + c] & 0xff] * amount;
        }
    }

    /** The same, without going through memory for each sum. */
    private double[] three(Sparse features) {
        int[] ids = features.ids();
        float[] amounts = features.values();
        double first = 0;
        double second = 0;
        double third = 0;
        for (int i = 0; i < ids.length; i++) {
            int at = ids[i] * 3;
            first += values[bytes[at] & 0xff] * amounts[i];
            second += values[bytes[at + 1] & 0xff] * amounts[i];
            third += values[bytes[at + 2] & 0xff] * amounts[i];
        }
        return new double[] {first, second, third};
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(classes);
        out.writeFloat(largest);
        out.writeInt(bytes.length / classes);
        int before = -1;
        for (int row = 0; row < bytes.length / classes; row++) {
            if (!empty(row)) {
                writeNumber(out, row - before);
                out.write(bytes, row * classes, classes);
                before = row;
            }
        }
        writeNumber(out, 0);
    }

    static Weights read(DataInputStream in) throws IOException {
        int classes = in.readInt();
        float largest = in.readFloat();
        byte[] bytes = new byte[in.readInt() * classes];
        int row = -1;
        for (int step = readNumber(in); step > 0; step = readNumber(in)) {
            row += step;
            in.readFully(bytes, row * classes, classes);
        }
        return new Weights(classes, largest, bytes);
    }

    private boolean empty(int row) {
        for (int i = row * classes; i < (row + 1) * classes; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static void writeNumber(DataOutputStream out, int number) throws IOException {
        int left = number;
        while (left >= 128) {
            out.write(left & 127 | 128);
            left >>>= 7;
        }
        out.write(left);
    }

    private static int readNumber(DataInputStream in) throws IOException {
        int number = 0;
        int shift = 0;
        int next = in.readUnsignedByte();
        while (next >= 128) {
            number |= (next & 127) << shift;
            shift += 7;
            next = in.readUnsignedByte();
        }
        return number | next << shift;
    }
}
