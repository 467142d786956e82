package io.rapport.frame.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes a service's database with its two roles: {@code <database>_owner}, which migrates the schema and owns it, and
 * {@code <database>_app}, which the running service uses and which owns nothing. Can be repeated; sets the passwords anew.
 */
public final class Provisioning {
    private final String url;
    private final String user;
    private final String password;

    /** @param url a JDBC URL with any database of the server, for a user who may make roles and databases */
    public Provisioning(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    public void provision(String database, String ownerPassword, String appPassword) throws SQLException {
        if (!database.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("Not a database name of ours: " + database);
        }
        String owner = database + "_owner";
        String app = database + "_app";
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            role(connection, owner, ownerPassword);
            role(connection, app, appPassword);
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                // Whoever isn't a superuser must be a member of the role it hands the database to.
                execute(connection, "grant " + owner + " to current_user");
                execute(
                        connection,
                        "create database " + database + " owner " + owner + " encoding 'UTF8' template template0");
            }
            execute(connection, "revoke all on database " + database + " from public");
            execute(connection, "grant connect on database " + database + " to " + app);
        }
        try (Connection connection = DriverManager.getConnection(on(database), owner, ownerPassword)) {
            execute(connection, "revoke create on schema public from public");
            execute(connection, "grant usage on schema public to " + app);
            execute(
                    connection,
                    "alter default privileges in schema public grant select, insert, update, delete on tables to "
                            + app);
            execute(connection, "alter default privileges in schema public grant usage, select on sequences to " + app);
        }
    }

    private static void role(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role + " login nosuperuser nobypassrls nocreatedb nocreaterole");
        }
        execute(connection, "alter role " + role + " password " + literal(connection, password));
    }

    private static String literal(Connection connection, String text) throws SQLException {
        try (PreparedStatement quote = connection.prepareStatement("select quote_literal(?)")) {
            quote.setString(1, text);
            try (var result = quote.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String on(String database) {
        // A user named in the URL would win over the owner, and the privileges would then be of that user's tables.
        return url.replaceFirst("^(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database)
                .replaceAll("(?<=[?&])(user|password)=[^&]*&?", "");
    }
}
