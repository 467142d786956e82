package io.rapport.sample.doing;

import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Products;
import io.rapport.sample.story.Story;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bakery's web site and what people read there. */
final class Site {
    static final SitePage HOME = new SitePage("/", "Crumb – bakery and web shop", 30);
    static final SitePage SPRING = new SitePage("/spring-sourdough", "Spring sourdough – Crumb", 18);
    static final SitePage CHRISTMAS = new SitePage("/christmas-orders", "Christmas orders – Crumb", 14);
    static final SitePage CART = new SitePage("/cart", "Your basket – Crumb", 0);
    static final SitePage CHECKOUT = new SitePage("/checkout", "Checkout – Crumb", 0);
    static final SitePage THANK_YOU = new SitePage("/thank-you", "Thank you – Crumb", 0);

    private static final List<SitePage> ORDINARY = List.of(
            HOME,
            new SitePage("/menu", "Menu – Crumb", 16),
            new SitePage("/bread", "Bread – Crumb", 13),
            new SitePage("/cakes", "Cakes – Crumb", 8),
            new SitePage("/opening-hours", "Opening hours – Crumb", 12),
            new SitePage("/click-and-collect", "Click & collect – Crumb", 6),
            new SitePage("/delivery", "Delivery – Crumb", 5),
            new SitePage("/bread-box", "The weekly bread box – Crumb", 6),
            new SitePage("/gluten-free-baking", "Gluten-free – Crumb", 4),
            new SitePage("/about", "About us – Crumb", 4),
            new SitePage("/contact", "Contact – Crumb", 3),
            new SitePage("/blog/feeding-a-starter", "How to feed a starter – Crumb", 7),
            new SitePage("/blog/why-rye", "Why rye? – Crumb", 3));

    private final Story story;
    private final Map<LocalDate, List<SitePage>> byDay = new HashMap<>();

    Site(Story story) {
        this.story = story;
    }

    /** The page a visit begins with; those who followed the campaign land on its own page. */
    SitePage landing(LocalDate day, Arrival arrival, Dice dice) {
        if (Story.CAMPAIGN.equals(arrival.campaign()) && dice.chance(0.85)) {
            return SPRING;
        }
        return arrival == Arrival.DIRECT && dice.chance(0.6) ? HOME : any(day, dice);
    }

    SitePage any(LocalDate day, Dice dice) {
        return dice.pick(byDay.computeIfAbsent(day, this::pages), SitePage::weight);
    }

    private List<SitePage> pages(LocalDate day) {
        List<SitePage> pages = new ArrayList<>(ORDINARY);
        if (story.inCampaign(day)) {
            pages.add(SPRING);
        }
        if (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() < 25) {
            pages.add(CHRISTMAS);
        }
        Products.on(day, story).forEach(product -> pages.add(SitePage.of(product)));
        return pages;
    }
}
