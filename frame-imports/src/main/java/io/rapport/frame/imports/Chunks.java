package io.rapport.frame.imports;

import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A file in pieces of a megabyte, each stored with a commit of its own, so that it takes no more room here than that. */
final class Chunks {
    private static final int SIZE = 1_048_576;

    private Chunks() {}

    static void remove(Connection connection, String business, String id) throws SQLException {
        Sql.of("delete from import_chunk where business_id = ? and import_id = ?", business, id)
                .update(connection);
    }

    /** Stores what is written; what is left when it is closed too. */
    static final class Writer extends OutputStream {
        private final Transactions transactions;
        private final String business;
        private final String id;
        private final byte[] piece = new byte[SIZE];
        private int filled;
        private int number;
        private long bytes;

        Writer(Transactions transactions, String business, String id) {
            this.transactions = transactions;
            this.business = business;
            this.id = id;
        }

        long bytes() {
            return bytes;
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            int done = 0;
            while (done < length) {
                int part = Math.min(length - done, SIZE - filled);
                System.arraycopy(from, offset + done, piece, filled, part);
                filled += part;
                done += part;
                if (filled == SIZE) {
                    store();
                }
            }
            bytes += length;
        }

        @Override
        public void close() {
            if (filled > 0) {
                store();
            }
        }

        private void store() {
            byte[] content = Arrays.copyOf(piece, filled);
            int next = number++;
            transactions.call(connection -> {
                Sql.of(
                                "insert into import_chunk (business_id, import_id, number, content) values (?, ?, ?, ?)",
                                business,
                                id,
                                next,
                                content)
                        .update(connection);
                return null;
            });
            filled = 0;
        }
    }

    /** Reads the file again, a piece at a time. */
    static final class Reader extends InputStream {
        private final Function<Integer, byte[]> pieces;
        private byte[] piece = new byte[0];
        private int at;
        private int number;

        /** @param pieces the piece of a number; null after the last */
        Reader(Function<Integer, byte[]> pieces) {
            this.pieces = pieces;
        }

        static byte[] piece(Connection connection, String business, String id, int number) throws SQLException {
            List<byte[]> found = Sql.of(
                            "select content from import_chunk where business_id = ? and import_id = ? and number = ?",
                            business,
                            id,
                            number)
                    .list(connection, row -> row.getBytes(1));
            return found.isEmpty() ? null : found.getFirst();
        }

        @Override
        public int read() {
            return more() ? piece[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int part = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, offset, part);
            at += part;
            return part;
        }

        private boolean more() {
            while (at == piece.length) {
                byte[] next = pieces.apply(number);
                if (next == null) {
                    return false;
                }
                number++;
                piece = next;
                at = 0;
            }
            return true;
        }
    }
}
