package io.rapport.gateway;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.frame.test.Isolation;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest {
    @Inject
    DataSource database;

    @Test
    void every_table_of_a_business_forces_row_level_security() throws Exception {
        Isolation.everyTableForcesRowLevelSecurityBut(
                database,
                "organisation",
                "business_registry",
                "settings_delivery",
                "person_address",
                "sign_in_failure");
    }

    @Test
    void the_application_owns_nothing() throws Exception {
        Isolation.theApplicationOwnsNothing(database);
    }
}
