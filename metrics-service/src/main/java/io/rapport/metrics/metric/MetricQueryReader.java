package io.rapport.metrics.metric;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.segment.Rule;
import io.rapport.metrics.segment.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a question from a query string or from JSON, which share their parameters and rules. */
final class MetricQueryReader {
    static final int DEFAULT_DAYS = 28;
    private static final int MOST_INTERVALS = 1_000;
    private static final int LONGEST_YEARS = 50;
    private static final List<String> INTERVALS = names(Calendar.values());
    private static final List<String> COMPARISONS = names(MetricQuery.Comparison.values());

    private final Parameters parameters;
    private final Business business;
    private final LocalDate today;
    private final Function<String, Optional<Rule.Saved>> segments;

    /**
     * @param today in the business's time zone: what is asked without dates is about the last 28 full days
     * @param segments finds a saved segment by its id or name
     */
    MetricQueryReader(
            Parameters parameters,
            Business business,
            LocalDate today,
            Function<String, Optional<Rule.Saved>> segments) {
        this.parameters = parameters;
        this.business = business;
        this.today = today;
        this.segments = segments;
    }

    /** Where the parameters come from. A refusal is remembered there, and null is given back. */
    interface Parameters {
        String text(String name);

        LocalDate date(String name);

        <T> T refuse(String name, String rule);
    }

    MetricQuery read(Metric metric) {
        Period period = period();
        Optional<Calendar> interval = choice("interval", INTERVALS).map(name -> Calendar.valueOf(upper(name)));
        if (interval.isPresent()
                && interval.get().estimate(period) > MOST_INTERVALS
                && interval.get().bounds(period, business.weekStart()).size() - 1 > MOST_INTERVALS) {
            parameters.refuse("interval", "would part this period into more than " + MOST_INTERVALS);
        }
        Optional<String> by = by(metric);
        String segmentText = parameters.text("segment");
        Segment segment = segment(metric, segmentText);
        Optional<MetricQuery.Comparison> compare =
                choice("compare", COMPARISONS).map(name -> MetricQuery.Comparison.valueOf(upper(name)));
        if (metric instanceof WholeMetric whole) {
            interval.ifPresent(given -> parameters.refuse("interval", whole.whyOne()));
            compare.ifPresent(given -> parameters.refuse("compare", whole.whyOne()));
        }
        Map<String, String> arguments = arguments(metric);
        Metric defined =
                metric instanceof ParameterizedMetric open ? open.definition().of(arguments, business) : metric;
        return new MetricQuery(defined, arguments, period, interval, by, segment, segmentText, compare, level());
    }

    private Period period() {
        LocalDate from = parameters.date("from");
        LocalDate to = parameters.date("to");
        if (from == null || to == null) {
            if (from != null) {
                parameters.refuse("to", "must be given with from");
            }
            if (to != null) {
                parameters.refuse("from", "must be given with to");
            }
            return Period.lastDays(DEFAULT_DAYS, today);
        }
        if (!from.isBefore(to)) {
            parameters.refuse("to", "must be after from: it is the day after the last");
        } else if (ChronoUnit.YEARS.between(from, to) >= LONGEST_YEARS) {
            parameters.refuse("to", "must be less than " + LONGEST_YEARS + " years after from");
        } else {
            return new Period(from, to);
        }
        return Period.lastDays(DEFAULT_DAYS, today);
    }

    private Map<String, String> arguments(Metric metric) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (Parameter parameter : metric.parameters()) {
            String value = parameters.text(parameter.name());
            if (value != null && !parameter.form().matcher(value).matches()) {
                parameters.refuse(parameter.name(), "must be " + parameter.rule());
            } else if (value != null) {
                arguments.put(parameter.name(), value);
            }
        }
        return arguments;
    }

    private Optional<String> by(Metric metric) {
        return metric.breakdowns().isEmpty()
                ? Optional.ofNullable(parameters.text("by"))
                        .map(by -> parameters.refuse("by", "is not offered for this metric"))
                : choice("by", metric.breakdowns());
    }

    private Segment segment(Metric metric, String text) {
        return SegmentReader.read(text, metric.source(), segments, rule -> parameters.refuse("segment", rule));
    }

    private double level() {
        String text = parameters.text("level");
        if (text == null) {
            return 0.95;
        }
        if (text.matches("0\\.\\d{1,6}")) {
            double level = new BigDecimal(text).doubleValue();
            if (level >= 0.5 && level <= 0.999) {
                return level;
            }
        }
        parameters.refuse("level", "must be a number from 0.5 to 0.999");
        return 0.95;
    }

    private Optional<String> choice(String name, List<String> allowed) {
        String text = parameters.text(name);
        if (text != null && !allowed.contains(text)) {
            parameters.refuse(name, "must be one of " + String.join(", ", allowed));
            return Optional.empty();
        }
        return Optional.ofNullable(text);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
