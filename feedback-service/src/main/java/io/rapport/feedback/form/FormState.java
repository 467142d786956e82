package io.rapport.feedback.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.feedback.connection.SecretBox;
import io.rapport.feedback.survey.FormAnswers.Respondent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;

/**
 * What a form remembers from step to step, and what a customer's own link says, as text that a browser can carry but neither read
 * nor change: so nobody can answer for somebody else, or change an answer that isn't theirs.
 */
@ApplicationScoped
public class FormState {
    private static final String FORM = "survey-form:";
    private static final String LINK = "survey-link:";
    private static final int LONGEST = 4_000;

    private final SecretBox box;
    private final ObjectMapper json;

    FormState(SecretBox box, ObjectMapper json) {
        this.box = box;
        this.json = json;
    }

    String seal(Respondent respondent) {
        try {
            return lock(FORM + respondent.survey(), json.writeValueAsString(respondent));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty where it isn't one of ours for this survey. */
    Optional<Respondent> open(String survey, String sealed) {
        return unlock(FORM + survey, sealed).map(text -> {
            try {
                return json.readValue(text, Respondent.class);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** The part of an address that says which customer was asked. */
    public String link(String survey, String customer) {
        return lock(LINK + survey, customer);
    }

    /** The customer whom this link was made for; empty where it isn't one of ours for this survey. */
    Optional<String> customer(String survey, String link) {
        return unlock(LINK + survey, link);
    }

    private String lock(String use, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(box.lock(use, text));
    }

    private Optional<String> unlock(String use, String sealed) {
        if (sealed == null || sealed.isEmpty() || sealed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(box.open(use, Base64.getUrlDecoder().decode(sealed)));
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return Optional.empty();
        }
    }
}
