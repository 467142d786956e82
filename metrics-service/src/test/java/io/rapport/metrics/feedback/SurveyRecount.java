package io.rapport.metrics.feedback;

import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A second, simple way to the metrics of surveys and reviews. */
final class SurveyRecount implements FamilyCheck.Recount {
    private final List<Answer> answers;
    private final SurveyStepsRecount steps;
    private final FamilyCheck check;

    SurveyRecount(List<Answer> answers, List<Deed> deeds, FamilyCheck check) {
        this.answers = answers.stream().filter(one -> !one.deleted()).toList();
        this.steps = new SurveyStepsRecount(
                this.answers, deeds.stream().filter(deed -> !deed.bot()).toList(), check);
        this.check = check;
    }

    @Override
    public Map<String, Fraction> count(String metric, String dimension, LocalDate from, LocalDate to) {
        Function<Answer, String> key =
                switch (dimension == null ? "" : dimension) {
                    case "survey" -> Answer::survey;
                    case "location" -> Answer::location;
                    case "direction" -> Answer::good;
                    case "channel" -> Answer::channelOrNull;
                    default -> one -> "";
                };
        return switch (metric) {
            case "survey_response_rate" -> steps.rate("answered", "shown", dimension, from, to);
            case "survey_completion_rate" -> steps.rate("completed", "started", dimension, from, to);
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
            case "ces", "ces_low_effort_share" ->
                of.stream().map(Answer::good).distinct().count() > 1
                        ? Fraction.NOTHING
                        : metric.equals("ces")
                                ? sum(of, SurveyRecount::effort)
                                : Fraction.of(
                                        of.stream()
                                                .filter(SurveyRecount::isEasy)
                                                .count(),
                                        of.size());
            case "average_rating" -> sum(of, Answer::rating);
            case "review_response_rate" ->
                Fraction.of(of.stream().filter(one -> one.answeredAt() != null).count(), of.size());
            default -> Fraction.count(of.size());
        };
    }

    private static boolean isEasy(Answer one) {
        return one.good().equals("low") ? one.score() <= 2 : one.score() >= one.max() - 1;
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
}
