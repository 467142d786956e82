package io.rapport.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.frame.database.Provisioning;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** {@code provision.sql}, which operators run, makes the same database as the code that {@code ./rapport up} runs. */
class ProvisioningTest {
    private static final String WHAT_IS_THERE = """
            select string_agg(line, E'\\n' order by line) from (
              select 'role ' || rolname || ' ' || rolsuper || rolinherit || rolcreaterole || rolcreatedb || rolcanlogin
                || rolbypassrls as line from pg_roles where rolname like 'DB\\_%'
              union all select 'member ' || roleid::regrole || ' ' || member::regrole from pg_auth_members
                where roleid::regrole::text like 'DB\\_%'
              union all select 'database ' || datname || ' ' || datdba::regrole || ' ' || pg_encoding_to_char(encoding)
                || ' ' || datacl::text from pg_database where datname = 'DB'
              union all select 'schema ' || nspname || ' ' || nspacl::text from pg_namespace where nspname = 'public'
              union all select 'default ' || defaclrole::regrole || ' ' || defaclobjtype::text || ' ' || defaclacl::text
                from pg_default_acl
            ) as everything
            """;

    @Test
    void bothMakeTheSameAndCanBeRepeated() throws IOException, SQLException {
        Assumptions.assumeTrue(Command.exists("psql"), "psql is not on the PATH: provision.sql was not run");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            Provisioning code = new Provisioning(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
            for (int time = 0; time < 2; time++) {
                code.provision("rapport_code", "owner", "app");
                script(server, "postgres", "rapport_script");
            }
            assertThat(found(server, "rapport_script"))
                    .contains("role rapport_script_owner", "role rapport_script_app", "default")
                    .isEqualTo(found(server, "rapport_code").replace("rapport_code", "rapport_script"));
        }
    }

    /** The administrator of a managed server may make roles and databases, and is no superuser. */
    @Test
    void bothNeedNoSuperuser() throws IOException, SQLException {
        Assumptions.assumeTrue(Command.exists("psql"), "psql is not on the PATH: provision.sql was not run");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                    var statement = connection.createStatement()) {
                statement.execute("create role manager login createrole createdb");
            }
            Provisioning code = new Provisioning(server.getJdbcUrl("manager", "postgres"), "manager", "");
            for (int time = 0; time < 2; time++) {
                code.provision("rapport_code", "owner", "app");
                script(server, "manager", "rapport_script");
            }
            assertThat(found(server, "rapport_script")).contains("role rapport_script_owner");
        }
    }

    private static void script(EmbeddedPostgres server, String user, String database) {
        Command.run(
                Map.of(
                        "PGHOST", "localhost",
                        "PGPORT", String.valueOf(server.getPort()),
                        "PGUSER", user,
                        "PGDATABASE", "postgres",
                        "OWNER_PASSWORD", "it's",
                        "APP_PASSWORD", "a \"secret\""),
                "psql",
                "-X",
                "-q",
                "-v",
                "database=" + database,
                "-f",
                Code.ROOT.resolve("k8s/database/provision.sql").toString());
    }

    private static String found(EmbeddedPostgres server, String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", database));
                var statement = connection.createStatement();
                var result = statement.executeQuery(WHAT_IS_THERE.replace("DB", database))) {
            result.next();
            return result.getString(1);
        }
    }
}
