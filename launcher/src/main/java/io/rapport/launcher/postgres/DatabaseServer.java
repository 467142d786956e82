package io.rapport.launcher.postgres;

import io.rapport.launcher.Trouble;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL to make databases on, with a role that may. */
public record DatabaseServer(String jdbcUrl, String user, String password) {
    private static final String SCHEME = "jdbc:postgresql://";

    /** The server that the environment names, if it names one. */
    public static Optional<DatabaseServer> configured(Map<String, String> environment) {
        String url = environment.get("RAPPORT_POSTGRES_URL");
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        if (!url.startsWith(SCHEME)) {
            throw new Trouble("RAPPORT_POSTGRES_URL must look like " + SCHEME + "host:5432/postgres.");
        }
        String user = environment.getOrDefault("RAPPORT_POSTGRES_USER", "postgres");
        return Optional.of(new DatabaseServer(url, user, environment.getOrDefault("RAPPORT_POSTGRES_PASSWORD", "")));
    }

    /** The address of another database on the same server, with the same parameters. */
    public String urlOf(String database) {
        int query = jdbcUrl.indexOf('?');
        String parameters = query < 0 ? "" : jdbcUrl.substring(query);
        String address = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
        int path = address.indexOf('/', SCHEME.length());
        return (path < 0 ? address : address.substring(0, path)) + "/" + database + parameters;
    }

    @Override
    public String toString() {
        return "DatabaseServer[hidden]";
    }
}
