package io.rapport.gateway.business;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.access.tenant.Isolated;
import io.rapport.gateway.business.DeliveryQueue.Delivery;
import io.rapport.gateway.proxy.Part;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Far in the future, so that the job of the running application finds nothing to do. */
@QuarkusTest
class DeliveryQueueTest extends GatewayTest {
    private static final Instant DUE = Instant.parse("2090-01-01T00:00:00Z");
    private static final Instant LEASE = DUE.plus(Duration.ofSeconds(30));

    @Inject
    DeliveryQueue queue;

    @Inject
    Isolated isolated;

    @Test
    void what_one_replica_has_claimed_no_other_gets_until_the_lease_is_over() {
        String business = newBusiness().id();
        put(business, 2);
        assertThat(claim(business, DUE)).extracting(Delivery::attempts).containsExactly(1);
        assertThat(claim(business, DUE)).isEmpty();
        assertThat(claim(business, LEASE)).extracting(Delivery::attempts).containsExactly(2);
        done(business, 2);
    }

    @Test
    void a_change_in_the_meantime_stays_due() {
        String business = newBusiness().id();
        put(business, 2);
        put(business, 3);
        done(business, 2);
        assertThat(claim(business, DUE)).extracting(Delivery::version).containsExactly(3);
        done(business, 3);
        assertThat(claim(business, LEASE)).isEmpty();
    }

    private void put(String business, int version) {
        isolated.run(business, () -> queue.put(business, Part.METRICS, version, DUE));
    }

    private void done(String business, int version) {
        isolated.run(business, () -> queue.done(business, Part.METRICS, version));
    }

    private List<Delivery> claim(String business, Instant now) {
        return isolated.unbound(() -> queue.claim(now, LEASE, 100)).stream()
                .filter(delivery -> delivery.business().equals(business))
                .toList();
    }
}
