package io.rapport.frame.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;

/** An import that is being read here: its file, open at the first row that nobody has read. */
final class ImportRun implements Closeable {
    private final DataImport one;
    private final Rows rows;
    private long read;
    private BadFile unreadable;

    private ImportRun(DataImport one, Rows rows, long read) {
        this.one = one;
        this.rows = rows;
        this.read = read;
    }

    /** @throws BadFile where the file can't be read at all */
    static ImportRun open(DataImport one, ZoneId zone, InputStream file, ObjectMapper json) {
        try {
            Rows rows = one.format().equals(DataImport.CSV)
                    ? CsvRows.open(file, one.mapping(), zone)
                    : new JsonRows(file, json, one.mapping(), zone);
            for (long i = 0; i < one.rows() && rows.skip(); i++) {
                // What was read before stays read.
            }
            return new ImportRun(one, rows, one.rows());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    DataImport one() {
        return one;
    }

    List<String> columns() {
        return rows.columns();
    }

    /** How many rows were read and stored, here or before. */
    long read() {
        return read;
    }

    /** Reads up to so many rows; fewer at the end of the file. What was read counts once {@link #stored} is told. */
    Batch next(Facts facts, int most) {
        try {
            if (unreadable != null) {
                throw unreadable;
            }
            return read(new Batch(facts, read), most);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What comes before the place where a file breaks off is taken. */
    private Batch read(Batch batch, int most) throws IOException {
        try {
            for (Row row = rows.next(); row != null; row = batch.isFull(most) ? null : rows.next()) {
                batch.add(row);
            }
        } catch (BadFile breaksOff) {
            unreadable = breaksOff;
            if (batch.rows() == 0) {
                throw breaksOff;
            }
        }
        return batch;
    }

    void stored(Batch batch) {
        read += batch.rows();
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException nothingIsLost) {
            throw new UncheckedIOException(nothingIsLost);
        }
    }
}
