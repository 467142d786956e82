package io.rapport.metrics.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Who is whom, as it was told and taken back: a second, simple way to it. */
public final class Links {
    private record Link(String type, String id, String customer, Instant at) {}

    private final List<Link> holding = new ArrayList<>();
    private final Client client;

    public Links(Client client) {
        this.client = client;
    }

    public void link(String type, String id, String customer, Instant at, Map<String, Object> traits) {
        String member = type.equals("visitor") ? "visitorId" : type;
        StringBuilder known = new StringBuilder();
        traits.forEach((name, value) ->
                known.append(known.isEmpty() ? "" : ", ").append("\"%s\": \"%s\"".formatted(name, value)));
        client.identify("{\"%s\": \"%s\", \"customerId\": \"%s\", \"occurredAt\": \"%s\", \"traits\": {%s}}"
                        .formatted(member, id, customer, at, known))
                .statusCode(202);
        holding.add(new Link(type, id, customer, at));
    }

    public void undo(String type, String id) {
        client.undo(type, id);
        holding.removeIf(link -> link.type.equals(type) && link.id.equals(id));
    }

    /** The first link reaches back, a later one holds from its time on. */
    public String ownerOfVisitor(String visitor, Instant at) {
        List<Link> links = of("visitor", visitor);
        String owner = links.isEmpty() ? null : links.getFirst().customer;
        for (Link link : links) {
            if (!link.at.isAfter(at)) {
                owner = link.customer;
            }
        }
        return owner;
    }

    /** The customer to whom it was linked last. */
    public String ownerOfAddress(String address) {
        List<Link> links = of("email", address);
        return links.isEmpty() ? null : links.getLast().customer;
    }

    public String customerOf(Deed deed) {
        return deed.customer() != null || deed.visitor() == null
                ? deed.customer()
                : ownerOfVisitor(deed.visitor(), deed.at());
    }

    /** The customer, or the address where nobody is known to own it. */
    public String recipientOf(Deed deed) {
        String address = deed.property("recipient");
        if (deed.customer() != null || address == null) {
            return deed.customer();
        }
        String owner = ownerOfAddress(address);
        return owner == null ? address : owner;
    }

    private List<Link> of(String type, String id) {
        return holding.stream()
                .filter(link -> link.type.equals(type) && link.id.equalsIgnoreCase(id))
                .sorted(Comparator.comparing(Link::at))
                .toList();
    }
}
