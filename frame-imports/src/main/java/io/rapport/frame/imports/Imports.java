package io.rapport.frame.imports;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Consumer;

/** The operations on imports, as each service that takes files offers them. */
@ApplicationScoped
public class Imports {
    private static final int SHOWN = 1_000;

    private final Receiving receiving;
    private final ImportTable imports;
    private final Rejections rejections;
    private final RejectedRows rejectedRows;
    private final ImportWorker worker;
    private final Transactions transactions;
    private final Caller caller;

    Imports(
            Receiving receiving,
            ImportTable imports,
            Rejections rejections,
            RejectedRows rejectedRows,
            ImportWorker worker,
            Transactions transactions,
            Caller caller) {
        this.receiving = receiving;
        this.imports = imports;
        this.rejections = rejections;
        this.rejectedRows = rejectedRows;
        this.worker = worker;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** @param allowed may throw where whoever sends it must not send what it is */
    public Response create(InputStream body, String contentType, Consumer<String> allowed) {
        caller.requireServer("Imports");
        DataImport one = receiving.receive(caller.business(), caller.subject(), body, contentType, allowed);
        return Response.accepted(ImportView.of(one, List.of()))
                .header(HttpHeaders.LOCATION, "/v1/imports/" + one.id())
                .build();
    }

    /** Newest first; a cursor holds for all services alike, since it says when, and not where. */
    public ImportView.Page list(UriInfo uri) {
        QueryInput input = new QueryInput(uri);
        int limit = input.integer("limit", 1, 200, 50);
        String[] cursor = cursor(input);
        input.finish();
        List<DataImport> found = transactions.call(connection -> imports.list(
                connection,
                caller.business(),
                cursor == null ? null : Instant.parse(cursor[0]),
                cursor == null ? null : cursor[1],
                limit + 1));
        boolean more = found.size() > limit;
        List<DataImport> shown = more ? found.subList(0, limit) : found;
        return new ImportView.Page(
                shown.stream().map(one -> ImportView.of(one, null)).toList(),
                more ? shown.getLast().createdAt() + "_" + shown.getLast().id() : null);
    }

    public ImportView get(String id) {
        return transactions.call(connection -> {
            DataImport one = find(id);
            return ImportView.of(one, rejections.after(connection, one.business(), id, 0, SHOWN));
        });
    }

    /** All rejected rows, as CSV. */
    public Response rejected(String id) {
        DataImport one = find(id);
        StreamingOutput rows = out -> rejectedRows.write(one, out);
        return Response.ok(rows, "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + one.id() + "-rejected.csv\"")
                .build();
    }

    /** Lets what an import brought be removed. */
    public Response takeBack(String id) {
        DataImport gone = transactions.call(connection -> {
            DataImport one = find(id);
            if (imports.go(
                    connection, one, DataImport.State.REMOVING, null, null, "waiting", "running", "done", "failed")) {
                Chunks.remove(connection, one.business(), id);
                ImportTasks.add(connection, one.business(), id, null);
            }
            return find(id);
        });
        worker.wake();
        return Response.accepted(ImportView.of(gone, List.of())).build();
    }

    private DataImport find(String id) {
        return transactions
                .call(connection -> imports.find(connection, caller.business(), id))
                .filter(one -> one.state() != DataImport.State.RECEIVING)
                .orElseThrow(() -> Problems.notFound("The import"));
    }

    private static String[] cursor(QueryInput input) {
        String text = input.text("cursor");
        String[] parts = text == null ? null : text.split("_", 2);
        try {
            if (parts != null) {
                Instant.parse(parts[0]);
            }
            return parts == null || parts.length == 2 ? parts : input.refuse("cursor", "is not one of ours");
        } catch (DateTimeParseException malformed) {
            return input.refuse("cursor", "is not one of ours");
        }
    }
}
