package io.rapport.sample.saying;

import io.rapport.sample.fact.Feedback;
import io.rapport.sample.fact.SurveyAnswer;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What customers say in the year. */
public record Words(List<Feedback> feedback, List<SurveyAnswer> answers) {

    public static Words of(Story story, long seed, Customers customers) {
        Conversations conversations = new Conversations(story, seed, customers);
        List<Feedback> feedback = new ArrayList<>(new Reviews(story, seed, customers).all());
        feedback.addAll(new Posts(story, seed).all());
        feedback.addAll(conversations.messages());
        feedback.addAll(conversations.notes());
        return new Words(
                byTime(feedback, Feedback::occurredAt),
                byTime(new SurveyAnswers(story, seed, customers).all(), SurveyAnswer::occurredAt));
    }

    private static <T> List<T> byTime(List<T> said, Function<T, Instant> time) {
        return said.stream().sorted(Comparator.comparing(time)).toList();
    }
}
