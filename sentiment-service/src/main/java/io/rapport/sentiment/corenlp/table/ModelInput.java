package io.rapport.sentiment.corenlp.table;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Reads the arrays of a compact model, each preceded by its length. */
public final class ModelInput implements Closeable {
    private static final int CHUNK = 1 << 16;

    private final DataInputStream in;

    /** @param in closed with this */
    public ModelInput(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** One number. */
    public int integer() throws IOException {
        return in.readInt();
    }

    /** One string. */
    public String text() throws IOException {
        return in.readUTF();
    }

    /** Strings in their order. */
    public String[] texts() throws IOException {
        String[] texts = new String[in.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.readUTF();
        }
        return texts;
    }

    /** An array of bytes. */
    public byte[] bytes() throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    /** An array of integers. */
    public int[] ints() throws IOException {
        int[] values = new int[in.readInt()];
        chunks(values.length, Integer.BYTES, (chunk, at, count) -> chunk.asIntBuffer()
                .get(values, at, count));
        return values;
    }

    /** An array of longs. */
    public long[] longs() throws IOException {
        long[] values = new long[in.readInt()];
        chunks(values.length, Long.BYTES, (chunk, at, count) -> chunk.asLongBuffer()
                .get(values, at, count));
        return values;
    }

    /** An array of floats. */
    public float[] floats() throws IOException {
        float[] values = new float[in.readInt()];
        chunks(values.length, Float.BYTES, (chunk, at, count) -> chunk.asFloatBuffer()
                .get(values, at, count));
        return values;
    }

    /** An array of doubles. */
    public double[] doubles() throws IOException {
        double[] values = new double[in.readInt()];
        chunks(values.length, Double.BYTES, (chunk, at, count) -> chunk.asDoubleBuffer()
                .get(values, at, count));
        return values;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void chunks(int length, int size, Chunk target) throws IOException {
        byte[] bytes = new byte[CHUNK];
        int most = CHUNK / size;
        for (int at = 0; at < length; at += most) {
            int count = Math.min(most, length - at);
            if (in.readNBytes(bytes, 0, count * size) < count * size) {
                throw new EOFException("The model ends too soon.");
            }
            target.take(ByteBuffer.wrap(bytes), at, count);
        }
    }

    private interface Chunk {
        void take(ByteBuffer bytes, int at, int count);
    }
}
