package io.rapport.sample.fact;

import java.util.List;

/** A survey of one question, as {@code POST /v1/surveys} takes it. */
public record SurveyDefinition(String name, String type, String question, Scale scale, List<String> languages) {

    /** The answers allowed and which end of them is good. */
    public record Scale(int min, int max, String good) {}

    /** Would you recommend us, from 0 to 10. */
    public static SurveyDefinition nps(String name, String question) {
        return new SurveyDefinition(name, "nps", question, new Scale(0, 10, "high"), List.of("en"));
    }
}
