package io.rapport.metrics.feedback;

import io.rapport.metrics.support.Deed;
import io.rapport.metrics.support.FamilyCheck;
import io.rapport.metrics.support.Fraction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who answered what was shown and ended what was begun: by going through a survey's steps one by one, with those that are open. */
final class SurveyStepsRecount {
    private final List<Deed> deeds;
    private final List<Step> steps = new ArrayList<>();
    private final FamilyCheck check;

    /** A step that counts, at the time and place where it does. */
    private record Step(String what, Instant at, String survey, String channel) {}

    /** Where showings are told of; null where any will do. */
    private record Lane(String survey, String channel) {}

    /** Begins or ends something; {@code name} of what, where it is known by a name. */
    private record Bracket(Lane lane, String name, boolean ends, Instant at, String source, String id) {
        static final Comparator<Bracket> ORDER = Comparator.comparing(
                        (Bracket one) -> one.at().truncatedTo(ChronoUnit.DAYS))
                .thenComparing(Bracket::ends)
                .thenComparing(Bracket::at)
                .thenComparing(Bracket::source)
                .thenComparing(Bracket::id);
    }

    SurveyStepsRecount(List<Answer> answers, List<Deed> deeds, FamilyCheck check) {
        this.deeds = deeds;
        this.check = check;
        List<Answer> kept = answers.stream().filter(one -> one.survey() != null).toList();
        Stream<Bracket> answered = kept.stream()
                .flatMap(one ->
                        end("survey_shown", one.survey(), one.channelOrNull(), one.at(), "said", one.id(), one.id()));
        Stream<Bracket> unkept = completed()
                .filter(deed -> kept.stream().noneMatch(one -> one.survey().equals(survey(deed))))
                .flatMap(deed -> end("survey_shown", deed));
        pair("shown", "answered", Stream.concat(answered, unkept));
        pair("started", "completed", completed().flatMap(deed -> end("survey_started", deed)));
        kept.stream()
                .filter(one -> lane("survey_started", one.survey(), one.channelOrNull())
                        .isEmpty())
                .forEach(this::answerOfUntold);
    }

    Map<String, Fraction> rate(String part, String whole, String dimension, LocalDate from, LocalDate to) {
        return steps.stream()
                .filter(step -> check.within(step.at(), from, to))
                .filter(step -> step.what().equals(part) || step.what().equals(whole))
                .collect(Collectors.groupingBy(
                        step -> Objects.requireNonNullElse(key(step, dimension), "(none)"),
                        Collectors.collectingAndThen(
                                Collectors.toList(), of -> Fraction.of(many(of, part), many(of, whole)))));
    }

    private static String key(Step step, String dimension) {
        return dimension == null ? "" : dimension.equals("survey") ? step.survey() : step.channel();
    }

    private static long many(List<Step> of, String what) {
        return of.stream().filter(step -> step.what().equals(what)).count();
    }

    private void pair(String begun, String ended, Stream<Bracket> ends) {
        Stream<Bracket> begins = deeds.stream()
                .filter(deed -> deed.type().equals("survey_" + begun))
                .map(deed -> new Bracket(
                        new Lane(survey(deed), deed.channel()),
                        deed.property("responseId"),
                        false,
                        deed.at(),
                        "test",
                        deed.id()));
        Map<List<Object>, Deque<Bracket>> open = new HashMap<>();
        Stream.concat(begins, ends).sorted(Bracket.ORDER).forEach(one -> {
            Deque<Bracket> before =
                    open.computeIfAbsent(Arrays.asList(one.lane(), one.name()), lane -> new ArrayDeque<>());
            if (!one.ends()) {
                before.push(one);
                steps.add(step(begun, one));
            } else if (!before.isEmpty()) {
                Bracket latest = before.pop();
                if (Duration.between(latest.at(), one.at()).toDays() < 30) {
                    steps.add(step(ended, latest));
                }
            }
        });
    }

    private static Step step(String what, Bracket at) {
        return new Step(what, at.at(), at.lane().survey(), at.lane().channel());
    }

    private void answerOfUntold(Answer one) {
        steps.add(new Step("started", one.at(), one.survey(), one.channelOrNull()));
        if (!one.partial()) {
            steps.add(new Step("completed", one.at(), one.survey(), one.channelOrNull()));
        }
    }

    private Stream<Deed> completed() {
        return deeds.stream().filter(deed -> deed.type().equals("survey_completed"));
    }

    private Stream<Bracket> end(String begun, Deed deed) {
        return end(begun, survey(deed), deed.channel(), deed.at(), "test", deed.id(), deed.property("responseId"));
    }

    private Stream<Bracket> end(
            String begun, String survey, String channel, Instant at, String source, String id, String answer) {
        return lane(begun, survey, channel).stream().map(lane -> {
            boolean named = deeds.stream()
                    .filter(deed -> deed.type().equals(begun) && deed.property("responseId") != null)
                    .filter(deed -> lane.equals(new Lane(survey(deed), deed.channel())))
                    .anyMatch(deed -> !deed.at().isAfter(at));
            return new Bracket(lane, named ? Objects.requireNonNullElse(answer, "") : null, true, at, source, id);
        });
    }

    /** The same survey rather than any, the same channel rather than any. */
    private Optional<Lane> lane(String begun, String survey, String channel) {
        return deeds.stream()
                .filter(deed -> deed.type().equals(begun))
                .map(deed -> new Lane(survey(deed), deed.channel()))
                .distinct()
                .filter(lane -> alike(lane.survey(), survey) && alike(lane.channel(), channel))
                .min(Comparator.comparing((Lane lane) -> !Objects.equals(lane.survey(), survey))
                        .thenComparing(lane -> !Objects.equals(lane.channel(), channel))
                        .thenComparing(Lane::survey, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Lane::channel, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    private static String survey(Deed deed) {
        return deed.property("surveyId");
    }

    private static boolean alike(String one, String other) {
        return one == null || other == null || one.equals(other);
    }
}
