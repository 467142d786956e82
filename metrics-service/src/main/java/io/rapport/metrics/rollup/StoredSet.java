package io.rapport.metrics.rollup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.IntFunction;

/**
 * A set of visitors as a row holds it: Roaring's portable format
 * (<a href="https://github.com/RoaringBitmap/RoaringFormatSpec">RoaringFormatSpec</a>), read where it lies. The library makes containers of it
 * and looks with each number whether it was there, both of which a set that is only counted with others can do without.
 *
 * @param bytes as {@link VisitorSetTable} wrote them
 */
public record StoredSet(byte[] bytes) {
    /** Numbers are parted into stretches of so many. */
    public static final int STRETCH = 1 << 16;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int COOKIE_WITH_RUNS = 12347;
    private static final int OFFSETS_WITH_RUNS_FROM = 4;
    private static final int MOST_OF_A_LIST = 4096;

    /** How many numbers it has. */
    public long size() {
        Head head = head();
        long size = 0;
        for (int i = 0; i < head.containers; i++) {
            size += head.size(bytes, i);
        }
        return size;
    }

    /** @param stretches the bits of a stretch, of which those of its numbers are set */
    public void addTo(IntFunction<long[]> stretches) {
        Head head = head();
        int at = head.end();
        for (int i = 0; i < head.containers; i++) {
            long[] bits = stretches.apply(head.stretch(bytes, i));
            int size = head.size(bytes, i);
            if (head.isRuns(bytes, i)) {
                at = addRuns(at, bits);
            } else if (size <= MOST_OF_A_LIST) {
                at = addList(at, size, bits);
            } else {
                at = addBits(at, bits);
            }
        }
    }

    private int addRuns(int at, long[] bits) {
        int runs = unsigned(bytes, at);
        int next = at + Short.BYTES;
        for (int i = 0; i < runs; i++) {
            int first = unsigned(bytes, next);
            int last = first + unsigned(bytes, next + Short.BYTES);
            for (int number = first; number <= last; number++) {
                bits[number >>> 6] |= 1L << number;
            }
            next += 2 * Short.BYTES;
        }
        return next;
    }

    private int addList(int at, int size, long[] bits) {
        int end = at + size * Short.BYTES;
        for (int next = at; next < end; next += Short.BYTES) {
            int number = unsigned(bytes, next);
            bits[number >>> 6] |= 1L << number;
        }
        return end;
    }

    private int addBits(int at, long[] bits) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= (long) LONG.get(bytes, at + i * Long.BYTES);
        }
        return at + STRETCH / Byte.SIZE;
    }

    private Head head() {
        int cookie = (int) INT.get(bytes, 0);
        return (cookie & 0xFFFF) == COOKIE_WITH_RUNS
                ? new Head((cookie >>> 16) + 1, true)
                : new Head((int) INT.get(bytes, Integer.BYTES), false);
    }

    private static int unsigned(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xFFFF;
    }

    /** What stands before the containers: which of them are runs, their stretches and sizes, and where they are. */
    private record Head(int containers, boolean withRuns) {

        private int described() {
            return withRuns ? Integer.BYTES + (containers + 7) / Byte.SIZE : 2 * Integer.BYTES;
        }

        int end() {
            boolean offsets = !withRuns || containers >= OFFSETS_WITH_RUNS_FROM;
            return described() + containers * (offsets ? 2 * Integer.BYTES : Integer.BYTES);
        }

        int stretch(byte[] bytes, int container) {
            return unsigned(bytes, described() + container * Integer.BYTES);
        }

        int size(byte[] bytes, int container) {
            return unsigned(bytes, described() + container * Integer.BYTES + Short.BYTES) + 1;
        }

        boolean isRuns(byte[] bytes, int container) {
            return withRuns && (bytes[Integer.BYTES + container / Byte.SIZE] >> container % Byte.SIZE & 1) == 1;
        }
    }
}
