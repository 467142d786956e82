package io.rapport.gateway.access.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @Test
    void it_is_known_in_lower_case_and_told_by_nobody() {
        EmailAddress address =
                EmailAddress.parse("  Ann.O'Baker+shop@Crumb.Example ").orElseThrow();
        assertThat(address.text()).isEqualTo("ann.o'baker+shop@crumb.example");
        assertThat(address).hasToString("EmailAddress[…]");
        assertThat(address.hash()).hasSize(64).doesNotContain("ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ann", "@crumb.example", "ann@", "a nn@crumb.example", "a@b@c", "ann@crumb\u0000", "<a@b>"})
    void what_is_none_is_refused(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }
}
