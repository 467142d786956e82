package io.rapport.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** One PostgreSQL with the three databases and their roles, empty as provisioning leaves them. */
final class ClusterDatabase implements AutoCloseable {
    private static final String PASSWORD = "for-tests-alone";
    private final EmbeddedPostgres server;

    private ClusterDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static ClusterDatabase start() throws IOException, SQLException {
        ClusterDatabase database = new ClusterDatabase(EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "150")
                .start());
        for (String name : new String[] {"rapport_gateway", "rapport_feedback", "rapport_metrics"}) {
            database.provision(name);
        }
        return database;
    }

    /** What a service needs to know of its database. */
    Map<String, String> environment(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://localhost:" + server.getPort() + "/" + name,
                "QUARKUS_DATASOURCE_USERNAME", name + "_app",
                "QUARKUS_DATASOURCE_PASSWORD", PASSWORD,
                "QUARKUS_FLYWAY_USERNAME", name + "_owner",
                "QUARKUS_FLYWAY_PASSWORD", PASSWORD);
    }

    /** The number that a query gives, asked by one who sees all rows. */
    long number(String name, String query) {
        try (Connection connection = connect(name, "postgres");
                Statement statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void provision(String name) throws SQLException {
        String owner = name + "_owner";
        String app = name + "_app";
        execute("postgres", "postgres", "create role " + owner + " login password '" + PASSWORD + "'");
        execute("postgres", "postgres", "create role " + app + " login password '" + PASSWORD + "'");
        execute("postgres", "postgres", "create database " + name + " owner " + owner);
        execute(name, owner, "grant usage on schema public to " + app);
        String rights = "alter default privileges in schema public grant ";
        execute(name, owner, rights + "select, insert, update, delete on tables to " + app);
        execute(name, owner, rights + "usage, select on sequences to " + app);
    }

    private void execute(String database, String user, String sql) throws SQLException {
        try (Connection connection = connect(database, user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + database, user, PASSWORD);
    }
}
