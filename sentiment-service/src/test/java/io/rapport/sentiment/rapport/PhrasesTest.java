package io.rapport.sentiment.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.sentiment.aspect.OwnAspects;
import io.rapport.sentiment.reading.Deadline;
import io.rapport.sentiment.reading.Kind;
import io.rapport.sentiment.reading.Rating;
import io.rapport.sentiment.reading.Understanding;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a business hears daily: phrases that say something else than their words, a word or two, a face. */
class PhrasesTest {
    private static final RapportModel MODEL = TrainedModel.INSTANCE;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I can't recommend it enough",
                "Cannot recommend this little bakery highly enough!",
                "Can't wait to go back",
                "We can not wait to come again in June",
                "Couldn't be happier",
                "My wife could not be happier with her new bike",
                "Couldn't ask for more",
                "We couldn't have asked for a nicer evening",
                "This place never disappoints",
                "Ten years on and they still haven't let us down, they never disappoint",
                "Never had a bad meal",
                "I have never had a bad haircut there",
                "Not bad at all",
                "not bad at all 😊",
                "Honestly not too bad, we were surprised",
                "No complaints",
                "We have no complaints at all about the room",
                "Hard to beat",
                "Those lunch deals are tough to beat",
                "Worth every penny",
                "The repair was worth every euro",
                "The bread is to die for",
                "Her cinnamon rolls are simply to die for!",
                "You can't go wrong with the soup",
                "Second to none",
                "Nothing but praise for the whole team",
                "Wouldn't hesitate to recommend them",
                "I would not hesitate to use this garage again",
                "You won't be disappointed",
                "We were not disappointed!",
                "You will not regret it",
                "Can't get enough of their pies",
                "Nothing was too much trouble for Anna",
                "The chef never fails to impress",
                "They couldn't do enough for my mother",
                "Couldn't have been more helpful",
                "We were blown away by the cake",
                "Really hit the spot after a long walk",
                "They went above and beyond",
                "Top notch",
                "Two thumbs up from the kids",
                "Like a second home to us",
                "Nothing to complain about",
                "It made my day"
            })
    void praise(String text) {
        assertThat(score(text, Kind.REVIEW)).as("as a review").isGreaterThan(0.25);
        assertThat(score(text, Kind.POST)).as("as a post").isGreaterThan(0.25);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thanks for nothing",
                "Well, thanks for nothing, guys",
                "Service could be better",
                "The bathroom could have been a lot cleaner",
                "Don't bother",
                "Do not even bother booking a table",
                "Stay away",
                "Stay well away from this garage",
                "Steer clear of the fish",
                "Save your money",
                "Save your cash and cook at home",
                "Not worth it",
                "It really wasn't worth the money",
                "Left much to be desired",
                "The cleaning leaves a lot to be desired",
                "Never again",
                "We won't be coming back",
                "I will never go back there",
                "A complete waste of money",
                "Total rip-off",
                "They ripped us off",
                "Overpriced for what you get",
                "I want my money back",
                "Avoid at all costs",
                "Avoid like the plague",
                "Don't waste your time",
                "Take your business elsewhere",
                "The place has gone downhill",
                "Couldn't care less about customers",
                "It could not have been worse",
                "Two thumbs down",
                "I was badly let down",
                "More trouble than it's worth",
                "Too good to be true",
                "Zero stars if I could",
                "They treated us like dirt",
                "It ruined our evening"
            })
    void blame(String text) {
        assertThat(score(text, Kind.REVIEW)).as("as a review").isLessThan(-0.2);
        assertThat(score(text, Kind.POST)).as("as a post").isLessThan(-0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nothing special", "It was nothing to write home about", "You get what you pay for"})
    void lukewarm(String text) {
        assertThat(score(text, Kind.REVIEW)).isLessThan(0);
        assertThat(score(text, Kind.POST)).isBetween(-0.95, 0.2);
    }

    @ParameterizedTest
    @CsvSource({
        "😊,0.15,0.8",
        "❤️,0.15,0.8",
        "👍,0.15,0.8",
        ":),0.15,0.8",
        "😡😡,-0.8,-0.15",
        "👎,-0.8,-0.15",
        ":(,-0.8,-0.15",
        "📍,-0.15,0.15",
        "🍞,-0.15,0.15",
        "☕☕,-0.15,0.15",
        "🚗,-0.15,0.15",
        "🤔,-0.3,0.1"
    })
    void facesAloneAreNeverSureOfThemselves(String signs, double least, double most) {
        for (Kind kind : Kind.values()) {
            assertThat(score(signs, kind)).as("%s", kind).isBetween(least, most);
        }
        assertThat(score(signs + signs + signs + signs, Kind.POST)).isBetween(-0.99, 0.99);
    }

    @ParameterizedTest
    @CsvSource({
        "ok,-0.3,0.3",
        "Good,0.3,1",
        "meh,-1,0",
        "Bread,-0.3,0.3",
        "Monday,-0.3,0.3",
        "Rude staff,-1,-0.5",
        "Great!!!,0.8,1",
        "Yuck,-1,-0.3",
        "thank you,0.5,1",
        "slow,-1,-0.3"
    })
    void aWordOrTwo(String text, double least, double most) {
        assertThat(score(text, Kind.REVIEW)).isBetween(least, most);
        assertThat(score(text, Kind.POST)).isBetween(least, most);
    }

    @Test
    void aRatingJoinsInTheAnswerAndLeavesTheSentencesAlone() {
        String text = "We were there on Tuesday with the children.";
        Understanding words = read(text, Kind.REVIEW, null);
        Understanding five = read(text, Kind.REVIEW, stars(5));
        Understanding one = read(text, Kind.REVIEW, stars(1));

        assertThat(words.ratingUsed()).isFalse();
        assertThat(five.ratingUsed()).isTrue();
        assertThat(five.score()).isGreaterThan(words.score() + 0.2);
        assertThat(one.score()).isLessThan(words.score() - 0.2);
        assertThat(five.sentences()).isEqualTo(words.sentences());
        assertThat(five.emotions()).isEqualTo(words.emotions());
    }

    @Test
    void aRatingDoesNotOutvoteSureWords() {
        String text = "Terrible. The worst food I have ever had, and the waiter was rude.";

        assertThat(read(text, Kind.REVIEW, stars(5)).score()).isLessThan(-0.8);
    }

    @Test
    void aRatingWithoutWordsIsNoReading() {
        assertThat(MODEL.read("...", Kind.REVIEW, OwnAspects.NONE, stars(5), deadline()))
                .isEmpty();
    }

    private static Rating stars(int stars) {
        return new Rating(BigDecimal.valueOf(stars), BigDecimal.valueOf(5), null, null, null);
    }

    private static double score(String text, Kind kind) {
        return read(text, kind, null).score();
    }

    private static Understanding read(String text, Kind kind, Rating rating) {
        return MODEL.read(text, kind, OwnAspects.NONE, rating, deadline()).orElseThrow();
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(10));
    }
}
