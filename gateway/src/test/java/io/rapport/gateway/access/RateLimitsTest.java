package io.rapport.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final RateLimits limits = new RateLimits(new Config());

    @Test
    void a_burst_is_let_through_and_then_the_caller_is_told_how_long_to_wait() {
        Principal page = principal(Principal.Kind.PUBLISHABLE, "key:a");
        for (int i = 0; i < 5; i++) {
            assertThat(limits.take(page, "192.0.2.1")).isEmpty();
        }
        assertThat(limits.take(page, "192.0.2.1"))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1)));
    }

    @Test
    void a_publishable_key_is_limited_for_each_address() {
        Principal page = principal(Principal.Kind.PUBLISHABLE, "key:a");
        for (int i = 0; i < 6; i++) {
            limits.take(page, "192.0.2.1");
        }
        assertThat(limits.take(page, "192.0.2.2")).isEmpty();
        assertThat(limits.take(principal(Principal.Kind.PUBLISHABLE, "key:b"), "192.0.2.1"))
                .isEmpty();
    }

    @Test
    void a_secret_key_is_limited_whatever_the_address() {
        Principal server = principal(Principal.Kind.SECRET, "key:s");
        for (int i = 0; i < 5; i++) {
            assertThat(limits.take(server, "192.0.2." + i)).isEmpty();
        }
        assertThat(limits.take(server, "192.0.2.9")).isPresent();
    }

    @Test
    void failures_are_counted_apart_and_asking_takes_nothing() {
        for (int i = 0; i < 5; i++) {
            assertThat(limits.afterFailures("key", "192.0.2.1")).isEmpty();
            limits.failed("key", "192.0.2.1");
        }
        assertThat(limits.afterFailures("key", "192.0.2.1")).isPresent();
        assertThat(limits.afterFailures("signature", "192.0.2.1")).isEmpty();
    }

    private static Principal principal(Principal.Kind kind, String subject) {
        return new Principal(kind, subject, "b_x", Set.of());
    }

    /** Five at once, then one a second. */
    private record Config() implements LimitsConfig {
        @Override
        public Limit server() {
            return new Five();
        }

        @Override
        public Limit browser() {
            return new Five();
        }

        @Override
        public Limit webhook() {
            return new Five();
        }

        @Override
        public Limit failure() {
            return new Five();
        }
    }

    private record Five() implements LimitsConfig.Limit {
        @Override
        public long perSecond() {
            return 1;
        }

        @Override
        public long burst() {
            return 5;
        }
    }
}
