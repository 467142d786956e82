package io.rapport.frame.test;

import io.rapport.frame.database.Provisioning;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/** One PostgreSQL server for all tests of a module, on a free port, with a database for each name that is asked for. */
public final class TestPostgres {
    public static final String OWNER_PASSWORD = "owner-of-the-schema";
    public static final String APP_PASSWORD = "application-only";
    private static EmbeddedPostgres server;

    private TestPostgres() {}

    /** The JDBC URL of a provisioned database. */
    public static synchronized String database(String name) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .start();
            }
            new Provisioning(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres")
                    .provision(name, OWNER_PASSWORD, APP_PASSWORD);
            return "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
