package io.rapport.metrics.social;

import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.Fraction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A second, simple way to every social metric. */
final class SocialRecount implements FamilyCheck.Recount {
    /** A measurement of a platform as it was sent; of one period the last holds. */
    record Measured(String series, Instant from, Instant to, String platform, long value) {
        String json() {
            return """
                    {"source": "test", "series": "%s", "from": "%s", "to": "%s", "dimensions": {"platform": "%s"}, "value": %d}""".formatted(series, from, to, platform, value);
        }

        private List<Object> key() {
            return List.of(series, from, to, platform);
        }
    }

    private static final Map<String, String> TYPES = Map.of(
            "social_reactions", "social_reaction",
            "social_comments", "social_comment",
            "social_shares", "social_share",
            "social_clicks", "social_click");
    private static final String SEEN = "social_impression";

    /** Of whatever sort, with how often it happened. */
    private record Fact(
            Instant at, String type, String platform, String post, String postType, String topic, long times) {}

    private final List<Fact> facts = new ArrayList<>();
    private final List<Measured> measured;
    private final FamilyCheck check;
    private final ZoneId zone;

    SocialRecount(List<Deed> deeds, List<Measured> measured, FamilyCheck check, ZoneId zone) {
        this.check = check;
        this.zone = zone;
        Map<List<Object>, Measured> last = new LinkedHashMap<>();
        measured.forEach(one -> last.put(one.key(), one));
        this.measured = List.copyOf(last.values());
        deeds.stream()
                .filter(deed -> !deed.bot())
                .forEach(deed -> facts.add(new Fact(
                        deed.at(),
                        deed.type(),
                        deed.property("platform"),
                        deed.property("postId"),
                        deed.property("postType"),
                        deed.property("topic"),
                        times(deed.properties().get("count")))));
    }

    private static long times(Object count) {
        return count instanceof Integer whole && whole >= 0 ? whole : 1;
    }

    @Override
    public Map<String, Fraction> count(String metric, String dimension, LocalDate from, LocalDate to) {
        return switch (metric) {
            case "followers" -> followers(dimension, to);
            case "follower_growth" -> growth(dimension, from, to);
            case "social_engagement_rate" -> engagement(dimension, from, to);
            default -> sums(TYPES.get(metric), dimension, from, to);
        };
    }

    private Map<String, Fraction> sums(String type, String dimension, LocalDate from, LocalDate to) {
        return grouped(facts, dimension, from, to).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Fraction.count(entry.getValue().stream()
                                .filter(fact -> fact.type.equals(type))
                                .mapToLong(Fact::times)
                                .sum())));
    }

    private Map<String, Fraction> engagement(String dimension, LocalDate from, LocalDate to) {
        List<Fact> all = new ArrayList<>(facts);
        measured.stream()
                .filter(one -> one.series.equals("impressions"))
                .forEach(one -> all.add(new Fact(one.from, SEEN, one.platform, null, null, null, one.value)));
        Set<String> giving = all.stream()
                .filter(fact -> fact.type.equals(SEEN) && fact.times > 0 && check.within(fact.at, from, to))
                .map(fact -> Objects.toString(fact.platform, ""))
                .collect(Collectors.toSet());
        Map<String, Fraction> rates = new HashMap<>();
        grouped(all, dimension, from, to).forEach((key, of) -> {
            long engaged = of.stream()
                    .filter(fact -> !fact.type.equals(SEEN))
                    .mapToLong(Fact::times)
                    .sum();
            long base = of.stream()
                    .filter(fact -> fact.type.equals(SEEN))
                    .mapToLong(Fact::times)
                    .sum();
            Set<String> without = of.stream()
                    .map(fact -> Objects.toString(fact.platform, ""))
                    .filter(platform -> !giving.contains(platform))
                    .collect(Collectors.toSet());
            base += without.stream().mapToLong(platform -> at(platform, to, 0)).sum();
            rates.put(key, Fraction.of(engaged, base));
        });
        return rates;
    }

    private Map<String, List<Fact>> grouped(List<Fact> facts, String dimension, LocalDate from, LocalDate to) {
        return facts.stream()
                .filter(fact -> check.within(fact.at, from, to))
                .collect(Collectors.groupingBy(fact -> key(fact, dimension)));
    }

    private static String key(Fact fact, String dimension) {
        return dimension == null
                ? ""
                : Objects.toString(
                        switch (dimension) {
                            case "platform" -> fact.platform;
                            case "post" -> fact.post;
                            case "post_type" -> fact.postType;
                            case "topic" -> fact.topic;
                            default -> throw new IllegalArgumentException(dimension);
                        },
                        "(none)");
    }

    private Map<String, Fraction> followers(String dimension, LocalDate to) {
        Map<String, Long> sums = new HashMap<>();
        platforms().forEach(platform -> {
            long at = at(platform, to, -1);
            if (at >= 0) {
                sums.merge(dimension == null ? "" : platform, at, Long::sum);
            }
        });
        return sums.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Fraction.count(entry.getValue())));
    }

    private Map<String, Fraction> growth(String dimension, LocalDate from, LocalDate to) {
        Map<String, long[]> sums = new HashMap<>();
        for (String platform : platforms()) {
            long then = at(platform, from, -1);
            if (then >= 0) {
                long[] sum = sums.computeIfAbsent(dimension == null ? "" : platform, key -> new long[2]);
                sum[0] += at(platform, to, 0) - then;
                sum[1] += then;
            }
        }
        return sums.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Fraction.of(entry.getValue()[0], entry.getValue()[1])));
    }

    private Set<String> platforms() {
        return measured.stream().map(Measured::platform).collect(Collectors.toSet());
    }

    /** The last that had ended by the beginning of a day. */
    private long at(String platform, LocalDate day, long unknown) {
        Instant moment = day.atStartOfDay(zone).toInstant();
        return measured.stream()
                .filter(one -> one.series.equals("followers") && one.platform.equals(platform))
                .filter(one -> !one.to.isAfter(moment))
                .max(Comparator.comparing(Measured::to).thenComparing(Measured::from))
                .map(Measured::value)
                .orElse(unknown);
    }
}
