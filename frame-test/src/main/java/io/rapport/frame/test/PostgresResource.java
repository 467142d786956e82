package io.rapport.frame.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives a {@code @QuarkusTest} a database of its own, with the owner's and the application's role, and a token secret. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private String database = "rapport_test";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                TestPostgres.database(database),
                "quarkus.datasource.username",
                database + "_app",
                "quarkus.datasource.password",
                TestPostgres.APP_PASSWORD,
                "quarkus.flyway.username",
                database + "_owner",
                "quarkus.flyway.password",
                TestPostgres.OWNER_PASSWORD,
                "quarkus.http.test-port",
                "0",
                "quarkus.management.test-port",
                "0",
                "rapport.token.secret",
                TestTokens.SECRET);
    }

    @Override
    public void stop() {
        // The server ends with the JVM: the next test class uses it again.
    }
}
