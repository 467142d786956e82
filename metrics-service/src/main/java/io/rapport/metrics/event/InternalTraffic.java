package io.rapport.metrics.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.rapport.frame.http.Network;
import io.rapport.metrics.business.Businesses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The networks from which a business's own people visit its site, by its settings. Addresses are looked at and never kept. */
@ApplicationScoped
class InternalTraffic {
    /** So long after a change of the settings events may still be taken by the old ones. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(2);

    private final Cache<String, List<Network>> known = Caffeine.newBuilder()
            .expireAfterWrite(KNOWN_FOR)
            .maximumSize(10_000)
            .build();
    private final Businesses businesses;

    InternalTraffic(Businesses businesses) {
        this.businesses = businesses;
    }

    /** @param requestAddress from which a browser sent its events; null where a server speaks for others */
    Of of(String business, String requestAddress) {
        return address -> {
            String of = address == null ? requestAddress : address;
            return of != null
                    && Network.address(of)
                            .filter(known -> networks(business).stream().anyMatch(network -> network.contains(known)))
                            .isPresent();
        };
    }

    private List<Network> networks(String business) {
        return known.get(business, id -> businesses.get(id).internalNetworks());
    }

    /** Whether somebody of the business itself is at an address. */
    @FunctionalInterface
    interface Of {
        /** @param address as the event states it; null where it states none */
        boolean has(String address);
    }
}
