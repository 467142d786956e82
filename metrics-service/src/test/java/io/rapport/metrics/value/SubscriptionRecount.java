package io.rapport.metrics.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A second, simple way to what subscriptions bring in and lose: one customer after the other. */
final class SubscriptionRecount {
    private static final Comparator<Span> LARGEST = Comparator.comparing(
                    Span::annual, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
            .reversed()
            .thenComparing(Span::subject);

    private final List<Span> spans;

    private record Span(String subject, String owner, String plan, Long annual, Instant began, Instant ended) {
        boolean runsAt(Instant moment) {
            return began.isBefore(moment) && (ended == null || !ended.isBefore(moment));
        }
    }

    /** @param lines of the recount of what was sent */
    SubscriptionRecount(List<String> lines) {
        spans = lines.stream()
                .map(line -> line.split("\\|"))
                .filter(part -> !part[1].equals("null"))
                .map(part -> new Span(
                        part[0],
                        part[1],
                        part[2].equals("null") ? null : part[2],
                        part[3].equals("null") ? null : Long.valueOf(part[3]),
                        Instant.parse(part[4]),
                        part[5].equals("null") ? null : Instant.parse(part[5])))
                .toList();
    }

    Set<String> owners(Instant moment) {
        Set<String> found = new HashSet<>();
        running(moment).forEach(span -> found.add(span.owner));
        return found;
    }

    /** Of each who ever had one: the months in which one ran, beginning with the first. */
    Map<String, SortedSet<YearMonth>> months(ZoneId zone, YearMonth last) {
        Map<String, SortedSet<YearMonth>> found = new HashMap<>();
        for (Span span : spans) {
            SortedSet<YearMonth> months = found.computeIfAbsent(span.owner, owner -> new TreeSet<>());
            YearMonth month = YearMonth.from(span.began.atZone(zone));
            months.add(month);
            while (month.isBefore(last)) {
                month = month.plusMonths(1);
                if (span.ended == null
                        || span.ended.isAfter(month.atDay(1).atStartOfDay(zone).toInstant())) {
                    months.add(month);
                }
            }
        }
        return found;
    }

    long[] lost(Instant since, Instant until, boolean net, Predicate<String> ofPlan) {
        long lost = 0;
        long all = 0;
        for (String owner : owners(since)) {
            long[] sums = sums(owner, since, until, ofPlan);
            lost += net ? sums[0] - sums[1] : Math.max(sums[0] - sums[1], 0);
            all += sums[0];
        }
        return new long[] {monthly(lost), monthly(all)};
    }

    /** What an owner's subscriptions of a plan brought in, and what followed them does. */
    private long[] sums(String owner, Instant since, Instant until, Predicate<String> ofPlan) {
        List<Span> then = of(owner, since);
        Map<Span, List<Span>> followers = new HashMap<>();
        then.forEach(span -> followers.put(span, new ArrayList<>()));
        of(owner, until).forEach(now -> followers.get(followed(now, then)).add(now));
        long[] sums = new long[2];
        followers.forEach((span, after) -> {
            boolean known = span.annual != null && after.stream().allMatch(one -> one.annual != null);
            if (known && ofPlan.test(span.plan)) {
                sums[0] += span.annual;
                sums[1] += after.stream().mapToLong(Span::annual).sum();
            }
        });
        return sums;
    }

    private List<Span> of(String owner, Instant moment) {
        return running(moment).stream().filter(span -> span.owner.equals(owner)).toList();
    }

    private static Span followed(Span now, List<Span> then) {
        return then.stream()
                .filter(span -> span.subject.equals(now.subject))
                .findFirst()
                .or(() -> then.stream()
                        .filter(span -> Objects.equals(span.plan, now.plan))
                        .min(LARGEST))
                .or(() -> then.stream().min(LARGEST))
                .orElseThrow();
    }

    private List<Span> running(Instant moment) {
        return spans.stream().filter(span -> span.runsAt(moment)).toList();
    }

    private static long monthly(long annual) {
        return BigDecimal.valueOf(annual)
                .divide(BigDecimal.valueOf(12), 0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
