import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The baseline: each body in a row of its own, with a unique key and a commit of its own, on the HTTP server that Quarkus has; and
 * nothing checked, parsed or passed on.
 */
final class PlainDeliveries implements AutoCloseable {
    private final List<Connection> connections = new ArrayList<>();
    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;

    PlainDeliveries(String jdbc) throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists plain_delivery");
            statement.execute("create table plain_delivery (business_id text, connection_id text, id text, received_at timestamptz"
                    + " default clock_timestamp(), body bytea, primary key (business_id, connection_id, id))");
        }
        for (int i = 0; i < 12; i++) {
            connections.add(DriverManager.getConnection(jdbc));
        }
        free.addAll(connections);
        WorkerExecutor workers = vertx.createSharedWorkerExecutor("insert", Load.CONNECTIONS);
        server = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> workers.executeBlocking(() -> insert(body), false)
                        .onSuccess(done -> request.response().end("{}"))
                        .onFailure(failed -> request.response().setStatusCode(500).end())))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    int port() {
        return server.actualPort();
    }

    private Object insert(Buffer body) throws InterruptedException, SQLException {
        Connection connection = free.take();
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into plain_delivery (business_id, connection_id, id, body) values ('b_plain', 'cn_plain', ?, ?)")) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setBytes(2, body.getBytes());
            statement.executeUpdate();
        } finally {
            free.add(connection);
        }
        return null;
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
