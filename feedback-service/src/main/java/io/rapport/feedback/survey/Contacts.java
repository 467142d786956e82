package io.rapport.feedback.survey;

import io.rapport.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whom the business has asked or heard of late, by whatever survey: they are left in peace for a survey's quiet days. */
@ApplicationScoped
class Contacts {
    private final Sql sql;
    private final Clock clock;

    Contacts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Somebody as far as they are known.
     *
     * @param customer null where they aren't known
     * @param visitor null where they aren't known
     */
    record Person(String customer, String visitor) {
        List<String> names() {
            List<String> names = new ArrayList<>();
            if (customer != null) {
                names.add("c:" + customer);
            }
            if (visitor != null) {
                names.add("v:" + visitor);
            }
            return names;
        }
    }

    /** Whether this survey must not ask them now. */
    boolean isQuiet(SurveyEntity survey, Person person) {
        return asked(survey, person, true) || answered(survey, person);
    }

    /** Whether another survey has asked them of late, or they have answered any. */
    boolean isQuietForOthers(SurveyEntity survey, Person person) {
        return asked(survey, person, false) || answered(survey, person);
    }

    /** Notes that this survey asks them now. */
    void ask(SurveyEntity survey, Person person) {
        for (String name : person.names()) {
            sql.update(
                    "insert into survey_contact (business_id, person, survey_id, asked_at) values (?, ?, ?, ?)"
                            + " on conflict (business_id, person, survey_id) do update set asked_at = excluded.asked_at",
                    survey.businessId,
                    name,
                    survey.id,
                    clock.instant());
        }
    }

    /** Whoever else is about to ask the same persons waits until this transaction has ended. */
    void hold(String business, Person person) {
        person.names().stream()
                .sorted()
                .forEach(name -> sql.list(
                        "select pg_advisory_xact_lock(hashtextextended(?, 2))", row -> true, business + " " + name));
    }

    private boolean asked(SurveyEntity survey, Person person, boolean bySame) {
        return sql.first(
                        "select 1 from survey_contact where business_id = ? and person = any (?) and asked_at > ?"
                                + " and (? or survey_id <> ?) limit 1",
                        row -> true,
                        survey.businessId,
                        person.names().toArray(String[]::new),
                        since(survey),
                        bySame,
                        survey.id)
                .isPresent();
    }

    private boolean answered(SurveyEntity survey, Person person) {
        return person.customer() != null
                && sql.first(
                                "select 1 from feedback where business_id = ? and customer_id = ? and occurred_at > ?"
                                        + " and kind = 'survey_response' and not deleted limit 1",
                                row -> true,
                                survey.businessId,
                                person.customer(),
                                since(survey))
                        .isPresent();
    }

    private Instant since(SurveyEntity survey) {
        return clock.instant().minus(Duration.ofDays(survey.settings.quietDays()));
    }
}
