package io.rapport.feedback.survey;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.form.FormState;
import io.rapport.feedback.survey.Contacts.Person;
import io.rapport.frame.json.JsonInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Links to a form that say which customer was asked, for e-mails and messages. To make one counts as asking. */
@ApplicationScoped
class SurveyLinks {
    private static final int MOST = 1_000;
    private static final int LONGEST_NAME = 200;

    private final FormState states;
    private final Contacts contacts;
    private final String forms;

    SurveyLinks(FormState states, Contacts contacts, @ConfigProperty(name = "rapport.public.url") String publicUrl) {
        this.states = states;
        this.contacts = contacts;
        this.forms = publicUrl.replaceAll("/+$", "") + "/forms/";
    }

    /** Documents the body of {@code POST /v1/surveys/{id}/links}. */
    @Schema(
            name = "SurveyLinksInput",
            requiredProperties = {"customers"},
            additionalProperties = Schema.False.class)
    record Input(
            @Schema(minItems = 1, maxItems = MOST, examples = "[\"c1\", \"c2\"]")
            List<String> customers,

            @Schema(nullable = true, maxLength = 100, description = "By which the link is sent.", examples = "email")
            String channel,

            @Schema(nullable = true, maxLength = 35, description = "Else the browser's.", examples = "de")
            String language) {}

    /** The links, in the order of the customers. */
    @Schema(name = "SurveyLinks")
    record Links(List<Link> items) {}

    /**
     * One customer's link.
     *
     * @param url null where they must not be asked now
     * @param reason why not
     */
    @Schema(name = "SurveyLink")
    record Link(
            @Schema(examples = "c1") String customerId,

            @Schema(
                    nullable = true,
                    description =
                            "Null for a customer who must not be asked now. With `&score=9` at its end that score is chosen"
                                    + " beforehand; it counts when the form is sent.")
            String url,

            @Schema(
                    nullable = true,
                    enumeration = {"quiet"},
                    description =
                            "`quiet`: another survey has asked them, or they have answered one, within the survey's quiet days.")
            String reason) {}

    @Transactional
    Links make(String business, String id, JsonNode body) {
        JsonInput input = JsonInput.object(body);
        List<String> customers = input.texts("customers", MOST, LONGEST_NAME);
        if (customers.isEmpty()) {
            input.refuse("customers", "must hold at least one");
        }
        String channel = input.text("channel", 100);
        String language = SurveyReader.language(input);
        input.finish();
        SurveyEntity survey = Surveys.live(SurveyEntity.any(business, Surveys.known(id)));
        String query = parameter("channel", channel) + parameter("lang", language);
        List<Link> links = new ArrayList<>();
        for (String customer : customers) {
            Person person = new Person(customer, null);
            contacts.hold(business, person);
            if (contacts.isQuietForOthers(survey, person)) {
                links.add(new Link(customer, null, "quiet"));
            } else {
                contacts.ask(survey, person);
                links.add(new Link(customer, forms + id + "?c=" + states.link(id, customer) + query, null));
            }
        }
        return new Links(links);
    }

    private static String parameter(String name, String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
