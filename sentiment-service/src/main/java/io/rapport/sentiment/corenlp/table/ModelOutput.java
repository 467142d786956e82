package io.rapport.sentiment.corenlp.table;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes what {@link ModelInput} reads. */
public final class ModelOutput implements Closeable {
    private final DataOutputStream out;

    /** @param out buffered; closed with this */
    public ModelOutput(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /** One number. */
    public void integer(int value) throws IOException {
        out.writeInt(value);
    }

    /** One string. */
    public void text(String text) throws IOException {
        out.writeUTF(text);
    }

    /** Strings in their order. */
    public void texts(String... texts) throws IOException {
        out.writeInt(texts.length);
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    /** An array of bytes. */
    public void bytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** An array of integers. */
    public void ints(int[] values) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    /** An array of longs. */
    public void longs(long[] values) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    /** An array of floats. */
    public void floats(float[] values) throws IOException {
        out.writeInt(values.length);
        for (float value : values) {
            out.writeFloat(value);
        }
    }

    /** An array of doubles. */
    public void doubles(double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
