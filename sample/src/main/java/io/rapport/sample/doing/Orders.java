package io.rapport.sample.doing;

import io.rapport.sample.story.Clocks;
import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Product;
import io.rapport.sample.story.Products;
import io.rapport.sample.story.Seasons;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who orders what and when, online and with a loyalty card in the shop. */
final class Orders {
    private static final int ONLINE_MINIMUM_CENTS = 1200;

    private final Story story;
    private final Seasons seasons;
    private final Dice dice;
    private final Ids ids = new Ids("o");

    Orders(Story story, long seed) {
        this.story = story;
        this.seasons = new Seasons(story);
        this.dice = new Dice(seed, "orders");
    }

    List<Order> of(Customers customers) {
        List<Order> orders = new ArrayList<>();
        for (LocalDate day : story.days()) {
            double busy = seasons.orders(day) / 365;
            for (Customer customer : customers.all()) {
                if (Seasons.isClosed(day) && !customer.online()) {
                    continue;
                }
                boolean first = customer.since().equals(day);
                if (first || customer.buysOn(day) && dice.chance(customer.yearlyOrders() * busy)) {
                    orders.add(order(customer, day, first));
                }
            }
        }
        return orders;
    }

    private Order order(Customer customer, LocalDate day, boolean first) {
        boolean online = customer.online() && (!customer.card() || Seasons.isClosed(day) || dice.chance(0.5));
        Instant startedAt = online ? Clocks.online(day, dice) : Clocks.inShop(day, dice);
        return new Order(ids.next(), customer, startedAt, online, first, lines(day, online));
    }

    private List<Order.Line> lines(LocalDate day, boolean online) {
        List<Product> choice = Products.on(day, story);
        Map<Product, Integer> basket = new LinkedHashMap<>();
        do {
            basket.merge(dice.pick(choice, Product::popularity), 1, Integer::sum);
        } while (dice.chance(online ? 0.62 : 0.5) || online && cents(basket) < ONLINE_MINIMUM_CENTS);
        return basket.entrySet().stream()
                .map(line -> new Order.Line(line.getKey(), line.getValue()))
                .toList();
    }

    private static long cents(Map<Product, Integer> basket) {
        return basket.entrySet().stream()
                .mapToLong(line -> (long) line.getKey().cents() * line.getValue())
                .sum();
    }
}
