package io.rapport.frame.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.imports.Rejections.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes an import's rejected rows as CSV, as they stood in the file, each with its number and the rules that it breaks. */
@ApplicationScoped
class RejectedRows {
    private static final int AT_ONCE = 1_000;

    private final Rejections rejections;
    private final Transactions transactions;
    private final BusinessScope scope;

    RejectedRows(Rejections rejections, Transactions transactions, BusinessScope scope) {
        this.rejections = rejections;
        this.transactions = transactions;
        this.scope = scope;
    }

    void write(DataImport one, OutputStream out) throws IOException {
        CsvWriter csv =
                CsvWriter.builder().build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        csv.writeRecord(Stream.concat(
                        Stream.of("row", "errors"), one.columns() == null ? Stream.of("line") : one.columns().stream())
                .toList());
        List<Rejection> found = after(one, 0);
        while (!found.isEmpty()) {
            for (Rejection rejection : found) {
                List<String> cells = new ArrayList<>(List.of(Long.toString(rejection.number()), rejection.reason()));
                cells.addAll(rejection.cells());
                csv.writeRecord(cells);
            }
            found = after(one, found.getLast().number());
        }
        csv.close();
    }

    private List<Rejection> after(DataImport one, long row) {
        return scope.call(
                Set.of(one.business()),
                () -> transactions.call(
                        connection -> rejections.after(connection, one.business(), one.id(), row, AT_ONCE)));
    }
}
