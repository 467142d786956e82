package io.rapport.metrics.metric;

import io.rapport.metrics.segment.Rule;
import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.segment.SegmentParser;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the segment that a question about facts names: conditions, saved segments, or both. */
public final class SegmentReader {
    private SegmentReader() {}

    /**
     * Everything where nothing is asked for, or what is asked for is refused.
     *
     * @param segments finds a saved segment by its id or name
     * @param refuse is given each rule that is broken
     */
    public static Segment read(
            String text, FactSource source, Function<String, Optional<Rule.Saved>> segments, Consumer<String> refuse) {
        try {
            Rule rule = SegmentParser.parse(text).rule().resolved(name -> saved(name, segments, refuse));
            Segment segment = new Segment(rule);
            if (!segment.conditions().allMatch(condition -> SegmentFilter.knows(source, condition))) {
                refuse.accept("has a field that these facts lack; they have " + SegmentFilter.fields(source));
            }
            return segment;
        } catch (SegmentParser.Malformed malformed) {
            refuse.accept(malformed.getMessage());
            return Segment.EVERYTHING;
        }
    }

    private static Rule saved(String name, Function<String, Optional<Rule.Saved>> segments, Consumer<String> refuse) {
        Optional<Rule.Saved> found = segments.apply(name);
        if (found.isEmpty()) {
            refuse.accept("names no segment (GET /v1/segments lists them); conditions look like country==IE,"
                    + " trait.age>=30 or did.purchase>=2, with ; for and, and , for or");
        }
        return found.isPresent() ? found.get() : Segment.EVERYTHING.rule();
    }
}
