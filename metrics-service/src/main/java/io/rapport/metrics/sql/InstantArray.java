package io.rapport.metrics.sql;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.postgresql.util.PGBinaryObject;
import org.postgresql.util.PGobject;

/**
 * An array of {@code timestamptz} in PostgreSQL's binary form: the driver has none for it, and instants as text are written and read
 * digit by digit.
 */
final class InstantArray extends PGobject implements PGBinaryObject {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int TIMESTAMPTZ = 1184;
    private static final int HEAD = 20;
    private static final int HEAD_OF_EMPTY = 12;

    /** Its length, and itself. */
    private static final int OF_ELEMENT = 12;

    private static final int OF_NULL = 4;

    private final transient Instant[] instants;

    InstantArray(Instant[] instants) {
        this.instants = instants;
        setType("_timestamptz");
    }

    @Override
    public int lengthInBytes() {
        return instants.length == 0
                ? HEAD_OF_EMPTY
                : HEAD
                        + Arrays.stream(instants)
                                .mapToInt(at -> at == null ? OF_NULL : OF_ELEMENT)
                                .sum();
    }

    @Override
    public void toBytes(byte[] bytes, int offset) {
        ByteBuffer out = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
        boolean anyNull = Arrays.asList(instants).contains(null);
        out.putInt(instants.length == 0 ? 0 : 1).putInt(anyNull ? 1 : 0).putInt(TIMESTAMPTZ);
        if (instants.length > 0) {
            out.putInt(instants.length).putInt(1);
        }
        for (Instant instant : instants) {
            if (instant == null) {
                out.putInt(-1);
            } else {
                out.putInt(Long.BYTES).putLong(ChronoUnit.MICROS.between(EPOCH, instant));
            }
        }
    }

    /** For a connection that isn't told to take it in binary. */
    @Override
    public String getValue() {
        return Arrays.stream(instants)
                .map(instant -> instant == null ? "NULL" : "\"" + instant + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public void setByteValue(byte[] value, int offset) {
        throw new UnsupportedOperationException("It is for parameters alone.");
    }
}
