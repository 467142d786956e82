package io.rapport.sample.doing;

import io.rapport.sample.fact.Context;
import io.rapport.sample.story.Dice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What browsers there are; each visitor keeps theirs. */
final class Devices {
    private record Choice(String name, double weight) {}

    private static final List<Choice> BROWSERS = List.of(
            new Choice(
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                    29),
            new Choice(
                    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Mobile Safari/537.36",
                    24),
            new Choice(
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36",
                    15),
            new Choice(
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0.0.0 Safari/537.36 Edg/137.0.0.0",
                    7),
            new Choice(
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
                    8),
            new Choice(
                    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
                    6),
            new Choice("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:139.0) Gecko/20100101 Firefox/139.0", 4),
            new Choice("Mozilla/5.0 (X11; Linux x86_64; rv:139.0) Gecko/20100101 Firefox/139.0", 1),
            new Choice(
                    "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
                    4),
            new Choice(
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/137.0.7151.51 Mobile/15E148 Safari/604.1",
                    2));

    private static final List<Choice> BOTS = List.of(
            new Choice("Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", 6),
            new Choice("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)", 3),
            new Choice("Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)", 2),
            new Choice("curl/8.5.0", 1));

    private static final List<Choice> LANGUAGES = List.of(
            new Choice("en-IE", 62),
            new Choice("en-GB", 20),
            new Choice("en-US", 8),
            new Choice("pl-PL", 4),
            new Choice("fr-FR", 2),
            new Choice("de-DE", 2),
            new Choice("ga-IE", 2));

    private static final List<Choice> COUNTRIES = List.of(
            new Choice("IE", 87),
            new Choice("GB", 7),
            new Choice("US", 2),
            new Choice("FR", 1.5),
            new Choice("DE", 1.5),
            new Choice("PL", 1));

    private final Dice dice;
    private final Map<String, Context> known = new HashMap<>();

    Devices(long seed) {
        this.dice = new Dice(seed, "devices");
    }

    Visitor visitor(String id) {
        return new Visitor(
                id, known.computeIfAbsent(id, unseen -> new Context(any(BROWSERS), any(LANGUAGES), any(COUNTRIES))));
    }

    Visitor bot(String id) {
        return new Visitor(id, new Context(any(BOTS), null, "US"));
    }

    private String any(List<Choice> choices) {
        return dice.pick(choices, Choice::weight).name();
    }
}
