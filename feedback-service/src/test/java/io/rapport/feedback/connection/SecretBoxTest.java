package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
    private final SecretBox box = new SecretBox(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void whatIsLockedIsOpenedAgain() {
        assertThat(box.open("cn_1", box.lock("cn_1", "whsec_secret"))).isEqualTo("whsec_secret");
    }

    @Test
    void theSecretIsNotInIt() {
        byte[] locked = box.lock("cn_1", "whsec_secret");
        assertThat(new String(locked, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(locked).isNotEqualTo(box.lock("cn_1", "whsec_secret"));
    }

    @Test
    void itOpensForItsConnectionOnlyAndUnchanged() {
        byte[] locked = box.lock("cn_1", "whsec_secret");
        assertThatThrownBy(() -> box.open("cn_2", locked)).isInstanceOf(IllegalStateException.class);
        locked[20] ^= 1;
        assertThatThrownBy(() -> box.open("cn_1", locked)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> new SecretBox(Base64.getEncoder().encodeToString(new byte[16])))
                .hasMessageContaining("RAPPORT_ENCRYPTION_KEY");
    }
}
