package io.rapport.sample.doing;

import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.Identify;
import io.rapport.sample.fact.Measurement;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What customers do in the year: events, who is who, and what platforms report. */
public record Deeds(List<Event> events, List<Identify> identities, List<Measurement> measurements) {

    public static Deeds of(Story story, long seed, Customers customers) {
        Purchases purchases = new Purchases(story);
        Devices devices = new Devices(seed);
        Newsletter newsletter = new Newsletter(story, seed, customers);
        BreadBox breadBox = new BreadBox(story, seed, customers);
        List<Order> orders = new Orders(story, seed).of(customers);

        List<Event> events = new ArrayList<>(newsletter.events());
        events.addAll(new WebVisits(story, seed, customers, devices).of(newsletter.clicks()));
        events.addAll(new ShopVisits(story, seed, devices, purchases).of(orders));
        events.addAll(new StoreVisits(story, seed, customers, purchases).of(orders));
        events.addAll(new Refunds(story, seed).of(orders));
        events.addAll(breadBox.events());
        events.addAll(new SocialMedia(story, seed).events());
        events.addAll(new Referrals(story, seed, customers).events());
        return new Deeds(
                inOrder(events, story),
                List.copyOf(new Identities(story, customers, breadBox.subscribers()).links()),
                List.copyOf(new Followers(story, seed).measurements()));
    }

    /** By time; what would only happen today or later isn't part of the year. */
    private static List<Event> inOrder(List<Event> events, Story story) {
        return events.stream()
                .filter(event -> story.contains(event.occurredAt()))
                .sorted(Comparator.comparing(Event::occurredAt)
                        .thenComparing(Event::source)
                        .thenComparing(Event::id))
                .toList();
    }
}
