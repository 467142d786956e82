package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.api.IdempotencyKey;
import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.review.FeedbackKey;
import io.rapport.feedback.review.FeedbackList;
import io.rapport.feedback.review.FeedbackStore;
import io.rapport.feedback.review.Provenance;
import io.rapport.feedback.sql.Sql;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.TokenGrant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A business's surveys and the answers to them, which are stored as feedback. */
@ApplicationScoped
class Surveys {
    static final String ID = "sv_[a-z2-7]{16}";

    private final FeedbackStore feedback;
    private final FeedbackList stored;
    private final EarlierAnswers answers;
    private final Sql sql;
    private final Clock clock;
    private final String forms;

    Surveys(
            FeedbackStore feedback,
            FeedbackList stored,
            EarlierAnswers answers,
            Sql sql,
            Clock clock,
            @ConfigProperty(name = "rapport.public.url") String publicUrl) {
        this.feedback = feedback;
        this.stored = stored;
        this.answers = answers;
        this.sql = sql;
        this.clock = clock;
        this.forms = publicUrl.replaceAll("/+$", "") + "/forms/";
    }

    @Transactional
    SurveyItem create(String business, JsonNode body, IdempotencyKey key) {
        SurveyDraft draft = SurveyReader.create(body);
        String id = key.id("sv_", business);
        String hash = IdempotencyKey.hash(body);
        if (key.isGiven()) {
            sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, id);
            SurveyEntity before = SurveyEntity.any(business, id);
            if (before != null) {
                IdempotencyKey.check(before.requestHash, hash, before.deletedAt != null);
                return item(before);
            }
        }
        Instant now = now();
        SurveyEntity survey = new SurveyEntity();
        survey.businessId = business;
        survey.id = id;
        survey.version = 1;
        survey.name = draft.name();
        survey.type = draft.type().wire();
        survey.touchpoint = draft.touchpoint();
        survey.settings = draft.settings();
        survey.requestHash = hash;
        survey.createdAt = now;
        survey.updatedAt = now;
        survey.persist();
        SurveyVersionEntity.of(survey, draft.wording(), now).persist();
        sql.update("insert into survey_address values (?, ?) on conflict do nothing", business, id);
        return SurveyItem.from(survey, draft.wording(), forms);
    }

    @Transactional
    SurveyItem get(String business, String id) {
        return item(live(SurveyEntity.any(business, known(id))));
    }

    @Transactional
    SurveyPage page(String business, String after, int limit) {
        List<SurveyEntity> found = SurveyEntity.page(business, after, limit + 1);
        boolean more = found.size() > limit;
        List<SurveyEntity> shown = more ? found.subList(0, limit) : found;
        return new SurveyPage(shown.stream().map(this::item).toList(), more ? shown.getLast().id : null);
    }

    /** A change of what is asked makes a new version; the old ones stay for the answers that were given to them. */
    @Transactional
    SurveyItem change(String business, String id, JsonNode body) {
        SurveyEntity survey = live(SurveyEntity.locked(business, known(id)));
        Wording asked = wording(survey);
        SurveyDraft draft = SurveyReader.change(
                body,
                new SurveyDraft(survey.name, SurveyType.of(survey.type), survey.touchpoint, asked, survey.settings));
        survey.name = draft.name();
        survey.touchpoint = draft.touchpoint();
        survey.settings = draft.settings();
        survey.updatedAt = now();
        if (!draft.wording().equals(asked)) {
            survey.version++;
            SurveyVersionEntity.of(survey, draft.wording(), survey.updatedAt).persist();
        }
        return SurveyItem.from(survey, draft.wording(), forms);
    }

    /** Ends the survey; the answers to it stay. */
    @Transactional
    void delete(String business, String id) {
        live(SurveyEntity.locked(business, known(id))).deletedAt = now();
    }

    /**
     * Stores one answer; the same again is a duplicate, and with other content an edit. A page can neither change what a server
     * has told, nor answer once more for a customer who has just answered: that is a duplicate, too.
     */
    @Transactional
    FeedbackStore.Count answer(String business, String id, JsonNode body, Provenance by) {
        SurveyEntity survey = live(SurveyEntity.any(business, known(id)));
        SurveyVersionEntity version = SurveyVersionEntity.find(survey, answeredVersion(business, survey, body));
        if (version == null) {
            throw Problems.validation("surveyVersion", "is no version of this survey");
        }
        FeedbackContent answer = new ResponseReader(survey, version, clock.instant()).read(body);
        if (by.origin().equals(TokenGrant.BROWSER)) {
            if (stored.find(business, answer.key())
                    .filter(before -> !before.provenance().origin().equals(TokenGrant.BROWSER))
                    .isPresent()) {
                throw Problems.conflict("A server has told of the answer with this id.");
            }
            if (answers.other(survey, answer).isPresent()) {
                return new FeedbackStore.Count(0, Set.of(0));
            }
        }
        return feedback.store(business, List.of(answer), by);
    }

    /** As stated; else that of the answer which is already there, so that its repetition is no edit; else the current one. */
    private int answeredVersion(String business, SurveyEntity survey, JsonNode body) {
        JsonNode stated = body == null ? null : body.get("surveyVersion");
        if (stated != null && !stated.isNull()) {
            return stated.isIntegralNumber() && stated.canConvertToInt() ? stated.intValue() : 0;
        }
        JsonNode id = body == null ? null : body.get("id");
        if (id == null || !id.isTextual() || id.textValue().indexOf('\0') >= 0) {
            return survey.version;
        }
        return stored.find(business, new FeedbackKey(ResponseReader.source(survey), id.textValue()))
                .map(before -> before.content().survey().version())
                .orElse(survey.version);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private SurveyItem item(SurveyEntity survey) {
        return SurveyItem.from(survey, wording(survey), forms);
    }

    private static Wording wording(SurveyEntity survey) {
        return SurveyVersionEntity.find(survey, survey.version).wording();
    }

    static String known(String id) {
        if (!id.matches(ID)) {
            throw Problems.notFound("The survey");
        }
        return id;
    }

    static SurveyEntity live(SurveyEntity survey) {
        if (survey == null || survey.deletedAt != null) {
            throw Problems.notFound("The survey");
        }
        return survey;
    }
}
