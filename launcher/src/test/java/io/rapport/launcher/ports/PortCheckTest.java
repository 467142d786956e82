package io.rapport.launcher.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.launcher.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void namesThePortAndItsService() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> PortCheck.requireFree(Map.of(taken.getLocalPort(), "metrics-service")))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("metrics-service");
        }
    }

    @Test
    void seesAListenerOnAllAddresses() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(PortCheck.isFree(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    void aClosedPortIsFree() throws IOException {
        int port;
        try (ServerSocket once = new ServerSocket(0)) {
            port = once.getLocalPort();
        }
        assertThat(PortCheck.isFree(port)).isTrue();
    }

    @Test
    void portsAreNeighboursAndFitInTheirRange() {
        assertThat(new Ports(9000).postgres()).isEqualTo(9004);
        assertThat(new Ports(9000).owners(false)).containsOnlyKeys(9000, 9001, 9002, 9003, 10000, 10001, 10002, 10003);
        assertThatThrownBy(() -> new Ports(64532)).isInstanceOf(Trouble.class);
        assertThatThrownBy(() -> Ports.parse("80a")).isInstanceOf(Trouble.class).hasMessageContaining("80a");
    }
}
