package io.rapport.e2e;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1}               | {"a": 1}
            {"a": "…"}             | {"a": {"b": null}}
            {"a": 1, "…": "…"}     | {"b": 2, "a": 1}
            {"id": "cn_…"}         | {"id": "cn_7"}
            {"low": 0.0945}        | {"low": 0.09453120573423074}
            {"items": [1, "…"]}    | {"items": [1, true]}
            """)
    void theSame(String shown, String actual) {
        assertThatCode(() -> Likeness.assertLike(shown, actual)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1}               | {"a": 2}
            {"a": 1}               | {"a": "1"}
            {"a": null}            | {"a": 0}
            {"a": null}            | {}
            {"a": "…"}             | {}
            {"a": 1}               | {"a": 1, "b": 2}
            {"id": "cn_…"}         | {"id": "sv_7"}
            {"low": 0.0945}        | {"low": 0.0947}
            {"n": 2}               | {"n": 2.4}
            {"items": [1]}         | {"items": [1, 2]}
            {"a": 1}               | no JSON
            """)
    void notTheSame(String shown, String actual) {
        assertThatThrownBy(() -> Likeness.assertLike(shown, actual)).isInstanceOf(AssertionError.class);
    }
}
