package io.rapport.sample;

import io.rapport.sample.doing.Deeds;
import io.rapport.sample.fact.BusinessProfile;
import io.rapport.sample.fact.Event;
import io.rapport.sample.fact.Feedback;
import io.rapport.sample.fact.Identify;
import io.rapport.sample.fact.Measurement;
import io.rapport.sample.fact.SurveyAnswer;
import io.rapport.sample.fact.SurveyDefinition;
import io.rapport.sample.saying.Words;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Story;
import java.time.LocalDate;
import java.util.List;

/**
 * A bakery with a web shop and its last twelve months up to yesterday: a spring campaign that works, and, in the third
 * full month before today, long queues and a slow web shop that show in words, ratings, visits and churn.
 *
 * <p>A pure function of day and seed: the same two give the same facts with the same ids.
 */
public record SampleBusiness(
        BusinessProfile profile,
        SurveyDefinition survey,
        List<Feedback> feedback,
        List<SurveyAnswer> answers,
        List<Identify> identities,
        List<Measurement> measurements,
        List<Event> events) {

    /** The seed of the business that is shown by default. */
    public static final long SEED = 20_260_301;

    public static SampleBusiness generate(LocalDate today, long seed) {
        Story story = new Story(today);
        Customers customers = new Customers(story, seed);
        Deeds deeds = Deeds.of(story, seed, customers);
        Words words = Words.of(story, seed, customers);
        return new SampleBusiness(
                new BusinessProfile("Crumb Bakery", Story.ZONE.getId(), "EUR"),
                SurveyDefinition.nps(
                        "Would you recommend us?", "How likely are you to recommend Crumb to a friend or colleague?"),
                words.feedback(),
                words.answers(),
                deeds.identities(),
                deeds.measurements(),
                deeds.events());
    }
}
