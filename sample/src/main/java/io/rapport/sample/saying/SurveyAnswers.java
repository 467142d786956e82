package io.rapport.sample.saying;

import io.rapport.sample.fact.SurveyAnswer;
import io.rapport.sample.story.Customer;
import io.rapport.sample.story.Customers;
import io.rapport.sample.story.Dice;
import io.rapport.sample.story.Ids;
import io.rapport.sample.story.Period;
import io.rapport.sample.story.Story;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Answers to "would you recommend us", in the shop and online; about half with a comment. */
final class SurveyAnswers {
    private static final int BRIEF = 44;
    private static final int BRIEF_IN_QUEUE_MONTH = 6;
    private static final int SILENT = 120;
    private static final int SILENT_IN_QUEUE_MONTH = 22;
    private static final int DETRACTOR = 6;

    /** How many of a hundred give 0 to 10. */
    private static final double[] ORDINARY = {1, 0, 1, 0, 1, 3, 4, 9, 16, 27, 38};

    private static final double[] DISAPPOINTED = {3, 3, 4, 6, 6, 8, 9, 14, 17, 16, 14};

    private final Dice dice;
    private final Moments moments;
    private final Customers customers;
    private final Ids ids = new Ids("nps");

    SurveyAnswers(Story story, long seed, Customers customers) {
        this.dice = new Dice(seed, "survey");
        this.moments = new Moments(story, dice);
        this.customers = customers;
    }

    List<SurveyAnswer> all() {
        List<SurveyAnswer> answers = new ArrayList<>();
        for (Written written : Written.in("nps-comments")) {
            answers.add(answer(written.number("score"), written.text(), written.period(), asked(written.touchpoint())));
        }
        brief("short-comments", BRIEF, Period.NORMAL, answers);
        brief("short-comments-queue-month", BRIEF_IN_QUEUE_MONTH, Period.QUEUE_MONTH, answers);
        silent(SILENT, Period.NORMAL, ORDINARY, answers);
        silent(SILENT_IN_QUEUE_MONTH, Period.QUEUE_MONTH, DISAPPOINTED, answers);
        return answers;
    }

    private void brief(String file, int count, Period period, List<SurveyAnswer> answers) {
        List<Written> choices = Written.in(file);
        for (int i = 0; i < count; i++) {
            Written written = dice.pick(choices, choice -> choice.number("weight"));
            answers.add(answer(written.number("score"), written.text(), period, anyTouchpoint()));
        }
    }

    private void silent(int count, Period period, double[] shares, List<SurveyAnswer> answers) {
        List<Integer> scores = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        for (int i = 0; i < count; i++) {
            int score = dice.pick(scores, choice -> shares[choice]);
            answers.add(answer(score, null, period, anyTouchpoint()));
        }
    }

    private SurveyAnswer answer(int score, String comment, Period period, String touchpoint) {
        Instant at = moments.in(period);
        Customer customer = respondent(score, period, Story.dayOf(at));
        boolean known = dice.chance(0.8);
        boolean byBrowser = touchpoint.equals("web_shop") && !customer.devices().isEmpty();
        return new SurveyAnswer(
                ids.next(),
                score,
                comment,
                known ? customer.id() : null,
                byBrowser ? customer.devices().getFirst() : null,
                at,
                touchpoint);
    }

    /** Who is disappointed by the queues and says so is often about to leave. */
    private Customer respondent(int score, Period period, LocalDate day) {
        boolean leaving = period == Period.QUEUE_MONTH && score <= DETRACTOR && dice.chance(0.6);
        return leaving ? customers.disappointed(day, dice) : customers.anyone(day, dice);
    }

    private String anyTouchpoint() {
        return dice.chance(0.55) ? "in_store" : "web_shop";
    }

    /** The survey is shown in two places only: at the counter and after an order online. */
    private static String asked(String touchpoint) {
        return switch (touchpoint) {
            case "in_store", "market" -> "in_store";
            default -> "web_shop";
        };
    }
}
