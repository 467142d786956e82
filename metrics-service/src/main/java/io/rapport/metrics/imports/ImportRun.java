package io.rapport.metrics.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.problem.FieldError;
import io.rapport.metrics.business.Business;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** An import that is being read here: its file, open at the first row that nobody has read. */
final class ImportRun implements Closeable {
    private final DataImport one;
    private final Business business;
    private final Rows rows;
    private long read;
    private BadFile unreadable;

    private ImportRun(DataImport one, Business business, Rows rows, long read) {
        this.one = one;
        this.business = business;
        this.rows = rows;
        this.read = read;
    }

    /** @throws BadFile where the file can't be read at all */
    static ImportRun open(DataImport one, Business business, InputStream file, ObjectMapper json) {
        try {
            Rows rows = one.format().equals(DataImport.CSV)
                    ? CsvRows.open(file, one.mapping(), business.zone())
                    : new JsonRows(file, json, one.mapping(), business.zone());
            for (long i = 0; i < one.rows() && rows.skip(); i++) {
                // What was read before stays read.
            }
            return new ImportRun(one, business, rows, one.rows());
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
    Batch next(Facts facts, int most, Instant now) {
        try {
            if (unreadable != null) {
                throw unreadable;
            }
            return read(facts, most, now);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What comes before the place where a file breaks off is taken. */
    private Batch read(Facts facts, int most, Instant now) throws IOException {
        Batch batch = new Batch();
        try {
            for (Row row = rows.next(); row != null; row = batch.rows() < most ? rows.next() : null) {
                add(row, facts, now, batch);
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

    private void add(Row row, Facts facts, Instant now, Batch batch) {
        long number = read + batch.rows() + 1;
        if (row.problem() != null) {
            batch.rejections()
                    .add(new Rejections.Rejection(
                            number, List.of(new FieldError(null, null, row.problem())), row.cells()));
            return;
        }
        try {
            facts.read(one, business, row.fact(), now, batch);
        } catch (HttpProblem broken) {
            batch.rejections().add(new Rejections.Rejection(number, errors(broken), row.cells()));
        }
    }

    @SuppressWarnings("unchecked")
    private static List<FieldError> errors(HttpProblem problem) {
        Object errors = problem.getParameters().get("errors");
        return errors instanceof List<?> list
                ? (List<FieldError>) list
                : List.of(new FieldError(null, null, problem.getDetail()));
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
