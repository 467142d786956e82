package io.rapport.metrics.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerAliasesTest {

    @Test
    void eachIsKnownByWhereItsChainEnds() {
        assertThat(CustomerAliases.ends(Map.of("a", "b", "b", "c", "x", "c")))
                .isEqualTo(Map.of("a", "c", "b", "c", "x", "c"));
    }

    @Test
    void aCircleIsRefused() {
        assertThatThrownBy(() -> CustomerAliases.ends(Map.of("a", "b", "b", "c", "c", "a")))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("circle");
    }
}
