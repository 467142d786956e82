package io.rapport.metrics.visit;

import java.time.Instant;
import java.util.List;

/**
 * Which customer a visitor was when.
 *
 * <p>The first link reaches back to what the visitor did before it; on a shared device what comes after a later link belongs
 * to whoever is identified then.
 *
 * @param links in the order of their time
 */
record VisitorOwners(List<Link> links) {
    static final VisitorOwners NOBODY = new VisitorOwners(List.of());

    /** From this moment on the visitor is this customer. */
    record Link(Instant from, String customerId) {}

    String at(Instant moment) {
        if (links.isEmpty()) {
            return null;
        }
        return links.reversed().stream()
                .filter(link -> !link.from().isAfter(moment))
                .findFirst()
                .orElse(links.getFirst())
                .customerId();
    }
}
