package io.rapport.sample.doing;

import io.rapport.sample.fact.Identify;
import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which browsers and mail addresses turned out to belong to which customer. */
final class Identities {
    private final Story story;
    private final Customers customers;
    private final Set<Customer> subscribers;

    Identities(Story story, Customers customers, Set<Customer> subscribers) {
        this.story = story;
        this.customers = customers;
        this.subscribers = subscribers;
    }

    List<Identify> links() {
        List<Identify> links = new ArrayList<>();
        for (Customer customer : customers.all()) {
            Instant at = firstKnown(customer);
            Map<String, Object> traits = traits(customer);
            customer.devices().forEach(device -> links.add(new Identify(device, null, customer.id(), at, traits)));
            if (subscribers.contains(customer)) {
                links.add(new Identify(null, customer.email(), customer.id(), at, traits));
            }
        }
        return links;
    }

    private Instant firstKnown(Customer customer) {
        LocalDate day = story.contains(customer.since()) ? customer.since() : story.from();
        return Story.at(day, LocalTime.NOON);
    }

    private Map<String, Object> traits(Customer customer) {
        Map<String, Object> traits = new LinkedHashMap<>();
        traits.put("plan", plan(customer));
        traits.put("town", customer.town());
        traits.put("since", customer.since().toString());
        traits.put("foundBy", customer.foundBy().name().toLowerCase(Locale.ROOT));
        return traits;
    }

    private String plan(Customer customer) {
        if (subscribers.contains(customer)) {
            return "bread-box";
        }
        return customer.card() ? "loyalty-card" : "web-account";
    }
}
