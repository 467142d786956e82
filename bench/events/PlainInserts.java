import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The baseline: plain INSERTs into a table with the columns and indexes of ours and a unique key, and nothing checked or derived.
 * One a request with a commit of its own, on the HTTP server that Quarkus has; or many rows with one statement, without HTTP.
 */
final class PlainInserts implements AutoCloseable {
    private static final String[] COLUMNS = {
        "id", "occurred_at", "visitor_id", "page_url", "business_id", "source", "type", "provenance", "page_title", "referrer",
        "agent", "language", "country"
    };
    private static final int WRITERS = 4;

    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final AtomicLong number = new AtomicLong();

    PlainInserts(Target target) throws Exception {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists plain_event");
            statement.execute("create table plain_event (like event including all)");
            statement.execute("create unique index on plain_event (business_id, source, id)");
        }
        for (int i = 0; i < 12; i++) {
            connections.add(target.connect());
        }
        free.addAll(connections);
        WorkerExecutor workers = vertx.createSharedWorkerExecutor("insert", Load.CONNECTIONS);
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> workers.executeBlocking(() -> insert(body), false)
                        .onSuccess(done -> request.response().setStatusCode(202).end("{}"))
                        .onFailure(failed -> request.response().setStatusCode(500).end())))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    int port() {
        return server.actualPort();
    }

    private Object insert(Buffer body) throws Exception {
        JsonObject event = body.toJsonObject();
        Connection connection = free.take();
        try (PreparedStatement statement = connection.prepareStatement(statement(1))) {
            fill(statement, 0, event.getString("id"), event.getString("visitorId"), event.getJsonObject("page").getString("url"));
            statement.executeUpdate();
        } finally {
            free.add(connection);
        }
        return null;
    }

    /** Rows per second. */
    double many(int rowsOfStatement, int seconds) throws Exception {
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000L;
        long rows = 0;
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Long>> writers = new ArrayList<>();
            for (Connection connection : connections.subList(0, WRITERS)) {
                writers.add(() -> many(connection, rowsOfStatement, end));
            }
            for (Future<Long> writer : threads.invokeAll(writers)) {
                rows += writer.get();
            }
        }
        double rate = rows / ((System.nanoTime() - began) / 1e9);
        System.out.printf("%-44s %8.0f rows/s%n", "plain INSERT of " + rowsOfStatement + " rows", rate);
        return rate;
    }

    private long many(Connection connection, int rowsOfStatement, long end) throws SQLException {
        long rows = 0;
        while (System.nanoTime() < end) {
            try (PreparedStatement statement = connection.prepareStatement(statement(rowsOfStatement))) {
                for (int i = 0; i < rowsOfStatement; i++) {
                    long n = number.getAndIncrement();
                    fill(statement, i, "m-" + n, "visitor-" + n % 200_000, "https://shop.example/p/" + n % 200);
                }
                statement.executeUpdate();
                rows += rowsOfStatement;
            }
        }
        return rows;
    }

    private static String statement(int rows) {
        String row = "(" + String.join(", ", Collections.nCopies(COLUMNS.length, "?")) + ")";
        return "insert into plain_event (" + String.join(", ", COLUMNS) + ") values " + String.join(", ", Collections.nCopies(rows, row));
    }

    private static void fill(PreparedStatement statement, int row, String id, String visitor, String url) throws SQLException {
        Object[] values = {
            id, OffsetDateTime.now(), visitor, url, "b_plain", "web", "page_view", 1, "The page number 1",
            "https://www.google.com/", 1, "en-GB", "IE"
        };
        for (int i = 0; i < values.length; i++) {
            statement.setObject(row * values.length + i + 1, values[i]);
        }
    }

    @Override
    public void close() throws Exception {
        server.close().toCompletionStage().toCompletableFuture().get();
        vertx.close().toCompletionStage().toCompletableFuture().get();
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
