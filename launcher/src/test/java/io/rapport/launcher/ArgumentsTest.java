package io.rapport.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final Map<String, String> NOTHING = Map.of();

    @Test
    void readsCommandOptionsAndOperands() {
        Arguments up = parse("up", "-d", "--port", "9000");
        assertThat(up.command()).isEqualTo("up");
        assertThat(up.has("-d")).isTrue();
        assertThat(up.ports().base()).isEqualTo(9000);
        assertThat(parse("up", "--port=9100").ports().base()).isEqualTo(9100);
        assertThat(parse("logs", "gateway", "-f").operands()).containsExactly("gateway");
    }

    @Test
    void theOptionOutranksTheEnvironment() {
        Map<String, String> environment = Map.of("RAPPORT_PORT", "9200");
        assertThat(parse("up").ports().base()).isEqualTo(8080);
        assertThat(Arguments.parse(new String[] {"up"}, environment).ports().base())
                .isEqualTo(9200);
        assertThat(Arguments.parse(new String[] {"up", "--port", "9300"}, environment)
                        .ports()
                        .base())
                .isEqualTo(9300);
    }

    @Test
    void aMissingCommandIsTold() {
        assertThatThrownBy(() -> parse("--yes")).isInstanceOf(Trouble.class).hasMessageContaining("./rapport help");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> parse("up", "--prot", "1"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("--prot");
    }

    @Test
    void aDiskWithoutRoomIsNamed() {
        assertThatThrownBy(() -> Disk.requireRoom(java.nio.file.Path.of("/x"), true, 300))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("300 MB left");
    }

    private static Arguments parse(String... arguments) {
        return Arguments.parse(arguments, NOTHING);
    }
}
