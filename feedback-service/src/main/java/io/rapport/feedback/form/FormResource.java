package io.rapport.feedback.form;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.form.Forms.Origin;
import io.rapport.feedback.survey.AskedSurvey;
import io.rapport.feedback.survey.AskedSurvey.AskedQuestion;
import io.rapport.feedback.survey.EarlierAnswers.Earlier;
import io.rapport.feedback.survey.FormAnswers;
import io.rapport.feedback.survey.FormAnswers.Respondent;
import io.rapport.feedback.survey.SurveyDoor;
import io.rapport.feedback.survey.SurveyDoor.Found;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.token.Scopes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The form of a survey, for whoever has its address. To look at it changes nothing, whatever the address presets: only what is sent
 * is an answer.
 */
@Path("/forms/{id}")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
@RolesAllowed(Scopes.FORMS_ANSWER)
class FormResource {
    private static final int LONGEST_NAME = 100;
    private static final String NOT_KEPT = "no-store";

    private final SurveyDoor door;
    private final Forms forms;
    private final FormAnswers answers;
    private final FormState states;
    private final BusinessScope scope;

    FormResource(SurveyDoor door, Forms forms, FormAnswers answers, FormState states, BusinessScope scope) {
        this.door = door;
        this.forms = forms;
        this.answers = answers;
        this.states = states;
        this.scope = scope;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("id") String id, @HeaderParam("Accept-Language") String accepted, @Context UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters();
        List<LanguageRange> languages = languages(query.getFirst("lang"), accepted);
        return within(id, languages, business -> {
            Optional<Respondent> respondent = states.open(id, query.getFirst("s"));
            return respondent.isPresent()
                    ? further(business, respondent.get(), languages, query)
                    : open(business, id, languages, query);
        });
    }

    private Response open(
            String business, String id, List<LanguageRange> languages, MultivaluedMap<String, String> query) {
        if (!(door.find(business, id, null, languages) instanceof Found.Open found)) {
            return ended(business, id, languages);
        }
        AskedSurvey survey = found.survey();
        if (query.containsKey("done")) {
            return page(200, forms.message(business, survey, "thanks", survey.thanks(), false));
        }
        String customer = states.customer(id, query.getFirst("c")).orElse(null);
        Optional<Earlier> earlier = customer == null ? Optional.empty() : answers.earlier(business, id, customer);
        if (earlier.isPresent() && !earlier.get().partial()) {
            return page(200, forms.message(business, survey, "already", null, false));
        }
        Origin origin = new Origin(
                name(query.getFirst("channel"), "form"),
                name(query.getFirst("touchpoint"), null),
                name(query.getFirst("location"), null));
        Respondent respondent = Forms.respondent(
                survey, earlier.map(Earlier::id).orElse(null), customer, found.inSeveralLanguages(), origin);
        return page(200, forms.page(business, survey, respondent, 0, preset(survey, query.getFirst("score")), false));
    }

    /** A later page. */
    private Response further(
            String business,
            Respondent respondent,
            List<LanguageRange> languages,
            MultivaluedMap<String, String> query) {
        if (!(door.find(business, respondent.survey(), respondent.version(), languages) instanceof Found.Open found)) {
            return ended(business, respondent.survey(), languages);
        }
        return page(
                200, forms.page(business, found.survey(), respondent, number(query.getFirst("page")), Map.of(), false));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response take(
            @PathParam("id") String id,
            @HeaderParam("Accept-Language") String accepted,
            @Context UriInfo uri,
            MultivaluedMap<String, String> form) {
        Optional<Respondent> respondent = states.open(id, form.getFirst("s"));
        String stated = respondent.map(Respondent::language).orElse(form.getFirst("lang"));
        List<LanguageRange> languages = languages(stated, accepted);
        return within(id, languages, business -> {
            Integer version = respondent.map(Respondent::version).orElse(null);
            if (!(door.find(business, id, version, languages) instanceof Found.Open found)) {
                return ended(business, id, languages);
            }
            return respondent.isPresent()
                    ? step(business, found.survey(), respondent.get(), form)
                    : page(400, forms.message(business, found.survey(), "expired", null, true));
        });
    }

    private Response step(
            String business, AskedSurvey survey, Respondent respondent, MultivaluedMap<String, String> form) {
        Integer before = Forms.score(survey, answers.soFar(business, respondent));
        int page =
                Math.min(number(form.getFirst("page")), Steps.of(survey, before).size() - 1);
        List<AskedQuestion> asked = Steps.of(survey, before).get(page);
        Map<String, JsonNode> given = Posted.answers(asked, form);
        boolean missing = asked.stream()
                .anyMatch(question ->
                        question.scored() && given.get(question.name()).isMissingNode());
        if (missing) {
            return page(400, forms.page(business, survey, respondent, page, given, true));
        }
        Integer score = asked.stream().anyMatch(AskedQuestion::scored) ? Forms.score(survey, given) : before;
        boolean last = page + 1 >= Steps.of(survey, score).size();
        if (!answers.keep(business, respondent, given, last)) {
            return page(200, forms.message(business, survey, "already", null, false));
        }
        String next = last
                ? "?done&lang=" + encoded(survey.language())
                : "?page=" + (page + 1) + "&lang=" + encoded(survey.language()) + "&s="
                        + encoded(states.seal(respondent));
        return Response.seeOther(URI.create("/forms/" + survey.id() + next))
                .header("Cache-Control", NOT_KEPT)
                .build();
    }

    @GET
    @Path("/style.css")
    @Produces("text/css;charset=utf-8")
    @Operation(hidden = true)
    public Response style(@PathParam("id") String id) {
        return within(id, List.of(), business -> Response.ok(FormStyle.of(
                        switch (door.find(business, id, null, List.of())) {
                            case Found.Open(AskedSurvey survey, boolean several) -> survey.theme();
                            case Found.Ended(var theme) -> theme;
                        }))
                .build());
    }

    private Response within(String id, List<LanguageRange> languages, Function<String, Response> work) {
        Optional<String> business = door.business(id);
        return business.isPresent()
                ? scope.call(Set.of(business.get()), () -> work.apply(business.get()))
                : page(404, forms.message(first(languages), "unknown", null, null));
    }

    private Response ended(String business, String id, List<LanguageRange> languages) {
        return page(410, forms.message(first(languages), "ended", null, Forms.style(id)));
    }

    private static Map<String, JsonNode> preset(AskedSurvey survey, String score) {
        Map<String, JsonNode> preset = new HashMap<>();
        survey.questions().stream()
                .filter(AskedQuestion::scored)
                .findFirst()
                .ifPresent(question -> preset.put(question.name(), Posted.point(question, score)));
        preset.values().removeIf(JsonNode::isMissingNode);
        return preset;
    }

    private static Response page(int status, String html) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML + ";charset=utf-8")
                .header("Cache-Control", NOT_KEPT)
                .header("Vary", "Accept-Language")
                .entity(html)
                .build();
    }

    /** Those that the address states, else those that the browser accepts. */
    private static List<LanguageRange> languages(String stated, String accepted) {
        String ranges = stated == null || stated.isBlank() ? accepted : stated;
        try {
            return ranges == null ? List.of() : LanguageRange.parse(ranges);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private static String first(List<LanguageRange> languages) {
        return languages.isEmpty() ? "en" : languages.getFirst().getRange().replace("*", "en");
    }

    private static String name(String given, String usual) {
        return given == null || given.isBlank() || given.length() > LONGEST_NAME || given.indexOf('\0') >= 0
                ? usual
                : given;
    }

    private static int number(String page) {
        return page != null && page.matches("\\d{1,3}") ? Integer.parseInt(page) : 0;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
