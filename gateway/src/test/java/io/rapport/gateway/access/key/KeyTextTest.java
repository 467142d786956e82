package io.rapport.gateway.access.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    private static final String BUSINESS = "b_abcdefghijklmnop";

    @Test
    void a_key_names_its_business_and_kind() {
        KeyText key = KeyText.random(KeyKind.PUBLISHABLE, BUSINESS);
        assertThat(key.text()).matches("pk_abcdefghijklmnop_[0-9A-Za-z]{32}");
        assertThat(KeyText.parse(key.text())).contains(key);
        assertThat(KeyText.random(KeyKind.PUBLISHABLE, BUSINESS)).isNotEqualTo(key);
    }

    @Test
    void the_hash_is_sha_256_in_hexadecimal() {
        // NIST's example for "abc", FIPS 180-2, appendix B.1
        assertThat(KeyText.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void neither_hint_nor_text_form_gives_the_key_away() {
        KeyText key = KeyText.random(KeyKind.SECRET, BUSINESS);
        assertThat(key.hint()).isEqualTo(key.text().substring(0, 24) + "…");
        assertThat(key).asString().doesNotContain(key.text()).doesNotContain(key.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sk_",
                "adm_0123456789abcdefghijABCDEFGHIJ0123456789",
                "xk_abcdefghijklmnop_0123456789abcdefghijABCDEFGHIJ01",
                "sk_abcdefghijklmno1_0123456789abcdefghijABCDEFGHIJ01",
                "sk_abcdefghijklmnop_0123456789abcdefghijABCDEFGHIJ0",
                "sk_abcdefghijklmnop_0123456789abcdefghijABCDEFGHIJ01x",
                "sk_abcdefghijklmnop_0123456789abcdefghij-BCDEFGHIJ01"
            })
    void what_is_no_key_is_not_looked_up(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }
}
