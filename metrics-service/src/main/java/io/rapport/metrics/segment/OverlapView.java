package io.rapport.metrics.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far segments have the same customers. */
@Schema(name = "SegmentOverlap", description = "How many customers segments have in common.")
public record OverlapView(
        LocalDate asOf,
        List<Member> segments,

        @Schema(description = "Each two of them.") List<Pair> pairs,

        @Schema(description = "How many customers are in exactly these and none of the others, the most first.")
        List<Combination> combinations,

        @Schema(description = "How many customers are in all of them.")
        long inAll,

        @Schema(description = "How many are in any of them.")
        long inAny) {

    @Schema(name = "SegmentOfOverlap")
    record Member(String id, String name, long size) {}

    @Schema(name = "SegmentPair")
    record Pair(
            String a,
            String b,

            @Schema(description = "How many are in both.") long both,

            @Schema(description = "How many are in one of them or both.")
            long either,

            @Schema(
                    nullable = true,
                    description =
                            "Jaccard's index: both to either, from 0 (apart) to 1 (the same); null where both are empty.")
            Double jaccard) {}

    @Schema(name = "SegmentCombination")
    record Combination(List<String> ids, long size) {}

    static OverlapView of(LocalDate asOf, List<Rule.Saved> segments, List<Memberships.Part> parts) {
        List<Member> members = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            int a = i;
            members.add(new Member(segments.get(i).id(), segments.get(i).name(), sum(parts, part -> part.isIn(a))));
            for (int j = i + 1; j < segments.size(); j++) {
                int b = j;
                long both = sum(parts, part -> part.isIn(a) && part.isIn(b));
                long either = sum(parts, part -> part.isIn(a) || part.isIn(b));
                pairs.add(new Pair(
                        segments.get(i).id(),
                        segments.get(j).id(),
                        both,
                        either,
                        either == 0 ? null : (double) both / either));
            }
        }
        int all = (1 << segments.size()) - 1;
        return new OverlapView(
                asOf,
                members,
                pairs,
                combinations(segments, parts),
                sum(parts, part -> part.held() == all),
                sum(parts, part -> true));
    }

    private static List<Combination> combinations(List<Rule.Saved> segments, List<Memberships.Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparingLong(Memberships.Part::customers)
                        .reversed()
                        .thenComparingInt(Memberships.Part::held))
                .map(part -> new Combination(
                        IntStream.range(0, segments.size())
                                .filter(part::isIn)
                                .mapToObj(i -> segments.get(i).id())
                                .toList(),
                        part.customers()))
                .toList();
    }

    private static long sum(List<Memberships.Part> parts, java.util.function.Predicate<Memberships.Part> which) {
        return parts.stream()
                .filter(which)
                .mapToLong(Memberships.Part::customers)
                .sum();
    }
}
