package io.rapport.frame.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A database of a service as an earlier version left it: brought up step by step, and used as the application uses it. */
public final class OlderDatabase {
    private final String name;
    private final String url;

    public OlderDatabase(String name) {
        this.name = name;
        this.url = TestPostgres.database(name);
    }

    /** @param version of a migration, or {@code latest} */
    public void migrateTo(String version) {
        Flyway.configure()
                .dataSource(url, name + "_owner", TestPostgres.OWNER_PASSWORD)
                .locations("classpath:db/frame", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    public void update(String business, String statement) throws SQLException {
        try (Connection connection = connect(business)) {
            connection.createStatement().executeUpdate(statement);
        }
    }

    /** The first column of all rows that the business sees. */
    public List<String> select(String business, String query) throws SQLException {
        try (Connection connection = connect(business);
                var result = connection.createStatement().executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(result.getString(1));
            }
            return rows;
        }
    }

    private Connection connect(String business) throws SQLException {
        Connection connection = DriverManager.getConnection(url, name + "_app", TestPostgres.APP_PASSWORD);
        connection.createStatement().execute("select set_config('app.business', '" + business + "', false)");
        return connection;
    }
}
