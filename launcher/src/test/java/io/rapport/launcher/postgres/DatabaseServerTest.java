package io.rapport.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.launcher.Trouble;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseServerTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/postgres, jdbc:postgresql://db:5432/rapport_gateway",
        "jdbc:postgresql://db/postgres?sslmode=require, jdbc:postgresql://db/rapport_gateway?sslmode=require",
        "jdbc:postgresql://db:5432, jdbc:postgresql://db:5432/rapport_gateway"
    })
    void anotherDatabaseOfTheSameServer(String url, String expected) {
        assertThat(new DatabaseServer(url, "u", "p").urlOf("rapport_gateway")).isEqualTo(expected);
    }

    @Test
    void isReadFromTheEnvironment() {
        assertThat(DatabaseServer.configured(Map.of())).isEmpty();
        assertThat(DatabaseServer.configured(Map.of(
                        "RAPPORT_POSTGRES_URL", "jdbc:postgresql://db/x",
                        "RAPPORT_POSTGRES_USER", "u",
                        "RAPPORT_POSTGRES_PASSWORD", "p")))
                .contains(new DatabaseServer("jdbc:postgresql://db/x", "u", "p"));
        assertThatThrownBy(() -> DatabaseServer.configured(Map.of("RAPPORT_POSTGRES_URL", "postgres://db/x")))
                .isInstanceOf(Trouble.class);
    }
}
