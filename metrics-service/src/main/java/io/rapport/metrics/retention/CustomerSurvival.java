package io.rapport.metrics.retention;

import io.rapport.frame.problem.Problems;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.metric.AggregatedMetric;
import io.rapport.metrics.metric.FactSource;
import io.rapport.metrics.metric.Figure;
import io.rapport.metrics.metric.MetricQuery;
import io.rapport.metrics.metric.Parameter;
import io.rapport.metrics.metric.SegmentReader;
import io.rapport.metrics.metric.WholeMetric;
import io.rapport.metrics.segment.Rule;
import io.rapport.metrics.segment.Segment;
import io.rapport.metrics.segment.Segments;
import io.rapport.metrics.value.ValueSources;
import io.rapport.models.survival.KaplanMeier;
import io.rapport.models.survival.Lifetime;
import io.rapport.models.survival.LogRank;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How long customers stay: the Kaplan–Meier curve of the time until a customer is lost, of those who came in the period. Unit: days.
 * Who isn't lost by the end of the period is censored there. Null median while more than half are still there. By a dimension, the
 * curves of its keys, or with {@code versus} those of two segments, and the log-rank test of whether they differ.
 */
@ApplicationScoped
class CustomerSurvival implements WholeMetric {
    /** A second segment, to be compared with the one that is asked for. */
    private static final Parameter VERSUS =
            new Parameter("versus", Pattern.compile("(?s).{1,2000}"), "a segment of at most 2000 characters");

    private final Segments segments;

    CustomerSurvival(Segments segments) {
        this.segments = segments;
    }

    @Override
    public Description description() {
        return new Description(
                "survival",
                "Customer lifetime",
                "Which share of the customers who came in the period is still with you so many days later, as far as the period"
                        + " tells.",
                "curve",
                "ratio",
                "higher",
                2);
    }

    @Override
    public FactSource source() {
        return ValueSources.STAYING;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Basis.PARAMETER, VERSUS);
    }

    @Override
    public List<String> breakdowns() {
        List<String> breakdowns =
                new ArrayList<>(ValueSources.STAYING.dimensions().keySet());
        breakdowns.add(AggregatedMetric.SEGMENT);
        return breakdowns;
    }

    @Override
    public boolean isBrokenDown(MetricQuery query) {
        return query.by().isPresent() || versus(query) != null;
    }

    @Override
    public Figure figure(Connection connection, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        Map<String, List<Lifetime>> groups = groups(connection, business, query, asOf);
        boolean parted = isParted(query);
        List<Lifetime> all = parted
                ? groups.values().stream().flatMap(List::stream).toList()
                : of(query.segment(), connection, business, query, asOf);
        Figure.Curve curve = curve(all, query.level());
        boolean compared = parted || versus(query) != null;
        return compared && groups.size() > 1 ? curve.with(test(groups.values())) : curve;
    }

    @Override
    public Map<String, Figure> breakdown(Connection connection, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        Map<String, Figure> curves = new LinkedHashMap<>();
        groups(connection, business, query, asOf)
                .forEach((key, lifetimes) -> curves.put(key, curve(lifetimes, query.level())));
        return curves;
    }

    /** Whether each customer is in one group: segments may have some in common, which the test doesn't allow for. */
    private static boolean isParted(MetricQuery query) {
        return versus(query) == null
                && query.by().filter(AggregatedMetric.SEGMENT::equals).isEmpty();
    }

    private Map<String, List<Lifetime>> groups(
            Connection connection, Business business, MetricQuery query, Instant asOf) throws SQLException {
        if (isParted(query)) {
            return new Lifetimes(business, query, query.segment(), asOf)
                    .by(
                            connection,
                            basis(connection, business, query),
                            query.by().orElse(null));
        }
        Map<String, List<Lifetime>> groups = new LinkedHashMap<>();
        String versus = versus(query);
        if (versus != null) {
            groups.put(AggregatedMetric.SEGMENT, of(query.segment(), connection, business, query, asOf));
            groups.put(VERSUS.name(), of(segment(versus, business, query), connection, business, query, asOf));
            return groups;
        }
        for (Rule.Saved saved : segments.all(business)) {
            groups.put(saved.name(), of(query.segment().and(saved), connection, business, query, asOf));
        }
        return groups;
    }

    private static List<Lifetime> of(
            Segment segment, Connection connection, Business business, MetricQuery query, Instant asOf)
            throws SQLException {
        return new Lifetimes(business, query, segment, asOf)
                .by(connection, basis(connection, business, query), null).values().stream()
                        .findFirst()
                        .orElse(List.of());
    }

    private static Basis basis(Connection connection, Business business, MetricQuery query) throws SQLException {
        return Basis.of(query.arguments().get(Basis.NAME), connection, business);
    }

    private static String versus(MetricQuery query) {
        return query.arguments().get(VERSUS.name());
    }

    private Segment segment(String text, Business business, MetricQuery query) {
        List<String> broken = new ArrayList<>();
        if (query.by().isPresent()) {
            broken.add("can't be given with by");
        }
        Segment segment =
                SegmentReader.read(text, query.metric().source(), name -> segments.find(business, name), broken::add);
        if (!broken.isEmpty()) {
            throw Problems.validation(VERSUS.name(), broken.getFirst());
        }
        return segment;
    }

    private static Figure.Curve curve(Collection<Lifetime> lifetimes, double level) {
        KaplanMeier curve = KaplanMeier.of(lifetimes, level);
        List<Figure.CurvePoint> points = curve.steps().stream()
                .map(step -> new Figure.CurvePoint(
                        step.time(), step.survival(), step.low(), step.high(), step.atRisk(), step.standardError()))
                .toList();
        long n = lifetimes.size();
        return new Figure.Curve(
                points,
                curve.median(),
                median(curve, level),
                "days",
                n,
                Figure.reliability(n),
                n == 0 ? Figure.NO_DATA : null,
                null);
    }

    /** Where the two ends of the band fall to one half; an end that doesn't is unbounded. */
    private static Figure.MedianInterval median(KaplanMeier curve, double level) {
        Double low = first(curve, true);
        return low == null ? null : new Figure.MedianInterval(low, first(curve, false), level, "brookmeyer-crowley");
    }

    private static Double first(KaplanMeier curve, boolean lower) {
        return curve.steps().stream()
                .filter(step -> {
                    Double end = lower ? step.low() : step.high();
                    return step.survival() == 0 || end != null && end <= 0.5;
                })
                .findFirst()
                .map(KaplanMeier.Step::time)
                .orElse(null);
    }

    private static Figure.CurveTest test(Collection<List<Lifetime>> groups) {
        LogRank test = LogRank.of(List.copyOf(groups));
        return new Figure.CurveTest("log-rank", test.chiSquared(), test.degrees(), test.p());
    }
}
