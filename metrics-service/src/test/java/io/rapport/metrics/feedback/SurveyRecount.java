package io.rapport.metrics.feedback;

import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A second, simple way to the metrics of surveys and reviews. */
final class SurveyRecount implements FamilyCheck.Recount {
    private final List<Answer> answers;
    private final List<Deed> deeds;
    private final FamilyCheck check;

    /** A step on the way from what is shown to what is answered. */
    private record Step(String what, Instant at, String survey, String channel) {}

    SurveyRecount(List<Answer> answers, List<Deed> deeds, FamilyCheck check) {
        this.answers = answers.stream().filter(one -> !one.deleted()).toList();
        this.deeds = deeds.stream().filter(deed -> !deed.bot()).toList();
        this.check = check;
    }

    @Override
    public Map<String, Fraction> count(String metric, String dimension, LocalDate from, LocalDate to) {
        Function<Answer, String> key =
                switch (dimension == null ? "" : dimension) {
                    case "survey" -> Answer::survey;
                    case "location" -> Answer::location;
                    case "channel" -> Answer::channelOrNull;
                    default -> one -> "";
                };
        return switch (metric) {
            case "survey_response_rate" -> steps("answered", "shown", dimension, from, to);
            case "survey_completion_rate" -> steps("completed", "started", dimension, from, to);
            default -> {
                Map<String, Fraction> figures = new HashMap<>();
                answers.stream()
                        .filter(one -> check.within(one.at(), from, to)
                                && counts(metric).test(one))
                        .collect(Collectors.groupingBy(one -> Objects.requireNonNullElse(key.apply(one), "(none)")))
                        .forEach((value, of) -> figures.put(value, figure(metric, of)));
                yield figures;
            }
        };
    }

    private static Predicate<Answer> counts(String metric) {
        return switch (metric) {
            case "nps", "csat" -> one -> metric.equals(one.type()) && one.score() != null;
            case "ces", "ces_low_effort_share" -> one -> "ces".equals(one.type()) && one.score() != null;
            case "average_rating" -> one -> one.rating() != null;
            case "review_response_time" -> one -> one.answeredAt() != null;
            default -> one -> one.kind().equals("review");
        };
    }

    private static Fraction figure(String metric, List<Answer> of) {
        return switch (metric) {
            case "nps" -> Fraction.of(many(of, 9, 10) - many(of, 0, 6), of.size());
            case "csat" -> Fraction.of(many(of, 4, 5), of.size());
            case "ces" -> sum(of, SurveyRecount::effort);
            case "ces_low_effort_share" ->
                Fraction.of(
                        of.stream()
                                .filter(one ->
                                        one.good().equals("low") ? one.score() <= 2 : one.score() >= one.max() - 1)
                                .count(),
                        of.size());
            case "average_rating" -> sum(of, Answer::rating);
            case "review_response_rate" ->
                Fraction.of(of.stream().filter(one -> one.answeredAt() != null).count(), of.size());
            default -> Fraction.count(of.size());
        };
    }

    private static BigDecimal effort(Answer one) {
        int fromEasy = one.good().equals("low") ? one.score() - 1 : one.max() - one.score();
        return BigDecimal.ONE.add(
                BigDecimal.valueOf(6L * fromEasy).divide(BigDecimal.valueOf(one.max() - 1), 6, RoundingMode.HALF_UP));
    }

    private static Fraction sum(List<Answer> of, Function<Answer, BigDecimal> value) {
        return new Fraction(of.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add), (long) of.size());
    }

    private static long many(List<Answer> of, int least, int most) {
        return of.stream()
                .filter(one -> one.score() >= least && one.score() <= most)
                .count();
    }

    private Map<String, Fraction> steps(String part, String whole, String dimension, LocalDate from, LocalDate to) {
        Map<String, Fraction> figures = new HashMap<>();
        steps().filter(step -> check.within(step.at(), from, to))
                .filter(step -> step.what().equals(part) || step.what().equals(whole))
                .collect(Collectors.groupingBy(step -> Objects.requireNonNullElse(
                        dimension == null ? "" : dimension.equals("survey") ? step.survey() : step.channel(),
                        "(none)")))
                .forEach((key, of) -> figures.put(
                        key,
                        Fraction.of(
                                of.stream()
                                        .filter(step -> step.what().equals(part))
                                        .count(),
                                of.stream()
                                        .filter(step -> step.what().equals(whole))
                                        .count())));
        return figures;
    }

    private Stream<Step> steps() {
        Stream<Step> told = deeds.stream().map(deed -> step(deed, deed.type().replace("survey_", "")));
        Stream<Step> completed = deeds.stream()
                .filter(deed -> deed.type().equals("survey_completed") && !isKept(deed.property("surveyId")))
                .map(deed -> step(deed, "answered"))
                .filter(step -> isTold(step, "survey_shown"));
        Stream<Step> kept = answers.stream().filter(one -> one.survey() != null).flatMap(this::steps);
        return Stream.of(told, completed, kept).flatMap(steps -> steps);
    }

    private Stream<Step> steps(Answer one) {
        Step step = new Step("answered", one.at(), one.survey(), one.channelOrNull());
        Stream<Step> answered = isTold(step, "survey_shown") ? Stream.of(step) : Stream.empty();
        if (isTold(step, "survey_started") || isTold(step, "survey_completed")) {
            return answered;
        }
        Stream<Step> begun = Stream.of(new Step("started", step.at(), step.survey(), step.channel()));
        Stream<Step> ended = one.partial()
                ? Stream.empty()
                : Stream.of(new Step("completed", step.at(), step.survey(), step.channel()));
        return Stream.of(answered, begun, ended).flatMap(steps -> steps);
    }

    private static Step step(Deed deed, String what) {
        return new Step(what, deed.at(), deed.property("surveyId"), deed.channel());
    }

    private boolean isKept(String survey) {
        return answers.stream()
                .anyMatch(one -> one.survey() != null && (survey == null || survey.equals(one.survey())));
    }

    private boolean isTold(Step step, String type) {
        return deeds.stream()
                .filter(deed -> deed.type().equals(type))
                .anyMatch(deed ->
                        alike(deed.property("surveyId"), step.survey()) && alike(deed.channel(), step.channel()));
    }

    private static boolean alike(String one, String other) {
        return one == null || other == null || one.equals(other);
    }
}
