package io.rapport.frame.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisconnectTest {

    @ParameterizedTest
    @ValueSource(strings = {"Connection reset by peer", "Connection reset", "Broken pipe", "Connection was closed"})
    void whoHungUpIsNobodysMistake(String message) {
        assertThat(Disconnect.isBehind(new IllegalStateException(new IOException(message))))
                .isTrue();
    }

    @Test
    void aClosedConnectionOfVertxIsOne() {
        assertThat(Disconnect.isBehind(new IOException(new HttpClosedException("Connection was closed"))))
                .isTrue();
    }

    @Test
    void aDatabaseThatHungUpIsNot() {
        assertThat(Disconnect.isBehind(new SQLException("Lost", new IOException("Connection reset"))))
                .isFalse();
    }

    @Test
    void anotherFailureIsNot() {
        assertThat(Disconnect.isBehind(new IllegalStateException("Connection was closed")))
                .isFalse();
        assertThat(Disconnect.isBehind(new IOException("No space left on device")))
                .isFalse();
        assertThat(Disconnect.isBehind(null)).isFalse();
    }
}
