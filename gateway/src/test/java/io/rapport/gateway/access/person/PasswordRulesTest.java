package io.rapport.gateway.access.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private static final List<String> KNOWN = List.of("ann.baker@crumb.example", "Ann Baker");

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "ünïcödé 11c"})
    void a_short_one_is_refused(String password) {
        assertThatThrownBy(() -> PasswordRules.require(password, KNOWN))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("12 to 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "password1234",
                "123456789012",
                "qwertyuiopas",
                "aaaaaaaaaaaaaaaa",
                "iloveyouiloveyou",
                "rapportrapport",
                "letmeinletmein"
            })
    void a_common_one_is_refused_however_long(String password) {
        assertThatThrownBy(() -> PasswordRules.require(password, KNOWN)).hasMessageContaining("easy to guess");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct plum bicycle",
                "gehacktes brot um elf",
                "tuesdays we bake rye",
                "パン屋の朝は四時に始まるよ",
                "🥐🍞🥖🧁🍰🎂🍪🍩🥧🍮🍯🥨"
            })
    void words_of_any_script_are_taken_without_rules_on_characters(String password) {
        assertThatCode(() -> PasswordRules.require(password, KNOWN)).doesNotThrowAnyException();
    }

    @Test
    void the_longest_is_judged_quickly() {
        assertThatCode(() -> PasswordRules.require("correct plum bicycle ".repeat(9), KNOWN))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PasswordRules.require("correct plum bicycle ".repeat(10), KNOWN))
                .hasMessageContaining("12 to 200");
    }

    @Test
    void a_character_has_one_spelling() {
        assertThat(PasswordRules.normal("cafe\u0301 ﬁve")).isEqualTo("caf\u00e9 five");
    }
}
