package io.rapport.frame.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** What must hold of the schema of every service. */
public final class Isolation {
    private static final String UNFORCED = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
              and c.relname <> 'flyway_schema_history'
            """;
    private static final String OWNED =
            "select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)";

    private Isolation() {}

    /** Each table forces row-level security, but for those named, which hold nothing of a business but its id. */
    public static void everyTableForcesRowLevelSecurityBut(DataSource database, String... exempt) throws SQLException {
        assertThat(names(database, UNFORCED)).isSubsetOf(Set.of(exempt)).hasSize(exempt.length);
    }

    public static void theApplicationOwnsNothing(DataSource database) throws SQLException {
        assertThat(names(database, OWNED)).isEmpty();
    }

    private static List<String> names(DataSource database, String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var result = connection.createStatement().executeQuery(query)) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }
}
