package io.rapport.metrics.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who is whom, as it was told and taken back: a second, simple way to it. */
public final class Links {
    private record Link(String type, String id, String customer, Instant at) {}

    private final List<Link> holding = new ArrayList<>();
    private final Client client;

    public Links(Client client) {
        this.client = client;
    }

    public void link(String type, String id, String customer, Instant at, Map<String, Object> traits) {
        String member =
                switch (type) {
                    case "visitor" -> "visitorId";
                    case "customer" -> "formerCustomerId";
                    default -> type;
                };
        StringBuilder known = new StringBuilder();
        traits.forEach((name, value) ->
                known.append(known.isEmpty() ? "" : ", ").append("\"%s\": \"%s\"".formatted(name, value)));
        client.identify("{\"%s\": \"%s\", \"customerId\": \"%s\", \"occurredAt\": \"%s\", \"traits\": {%s}}"
                        .formatted(member, id, customer, at, known))
                .statusCode(202);
        holding.add(new Link(type, id, customer, at));
    }

    /** All whom a link that holds names. */
    public Set<String> customers() {
        Set<String> customers = new TreeSet<>();
        holding.forEach(link -> customers.add(link.customer));
        of("customer").forEach(link -> customers.add(link.id));
        return customers;
    }

    /** When a link was made that names a customer, by whichever id. */
    public Stream<Instant> named(String customer) {
        return holding.stream()
                .filter(link -> inTheEnd(link.customer).equals(customer)
                        || link.type.equals("customer") && inTheEnd(link.id).equals(customer))
                .map(Link::at);
    }

    private List<Link> of(String type) {
        return holding.stream().filter(link -> link.type.equals(type)).toList();
    }

    public void undo(String type, String id) {
        client.undo(type, id);
        holding.removeIf(link -> link.type.equals(type) && link.id.equals(id));
    }

    /** The first link reaches back, a later one holds from its time on. */
    public String ownerOfVisitor(String visitor, Instant at) {
        return ownerThen("visitor", visitor, at);
    }

    private String ownerThen(String type, String id, Instant at) {
        List<Link> links = id == null ? List.of() : of(type, id);
        String owner = links.isEmpty() ? null : links.getFirst().customer;
        for (Link link : links) {
            if (!link.at.isAfter(at)) {
                owner = link.customer;
            }
        }
        return inTheEnd(owner);
    }

    /** The id that a customer goes by after all merges. */
    public String inTheEnd(String customer) {
        List<Link> merges = customer == null ? List.of() : of("customer", customer);
        return merges.isEmpty() ? customer : inTheEnd(merges.getLast().customer);
    }

    /** The customer to whom it was linked last. */
    public String ownerOfAddress(String address) {
        List<Link> links = of("email", address);
        return links.isEmpty() ? null : inTheEnd(links.getLast().customer);
    }

    public String customerOf(Deed deed) {
        if (deed.customer() != null) {
            return inTheEnd(deed.customer());
        }
        String owner = ownerThen("email", deed.property("recipient"), deed.at());
        owner = owner != null ? owner : ownerThen("phone", deed.property("phone"), deed.at());
        owner = owner != null ? owner : ownerThen("handle", deed.property("handle"), deed.at());
        return owner != null ? owner : ownerThen("visitor", deed.visitor(), deed.at());
    }

    /** The customer, or the address where nobody is known to own it. */
    public String recipientOf(Deed deed) {
        String address = deed.property("recipient");
        if (deed.customer() != null || address == null) {
            return inTheEnd(deed.customer());
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
