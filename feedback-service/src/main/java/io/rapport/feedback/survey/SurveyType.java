package io.rapport.feedback.survey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a survey measures, and the scale that goes with it unless it says another. */
enum SurveyType {
    /** How likely they are to recommend: always 0 to 10. */
    NPS(new Scale(0, 10, Scale.HIGH)),
    /** How much effort it took: 1 is least, as the question is mostly asked. */
    CES(new Scale(1, 7, Scale.LOW)),
    /** How satisfied they are. */
    CSAT(new Scale(1, 5, Scale.HIGH)),
    /** Anything else: scored only if it brings a scale. */
    CUSTOM(null);

    static final List<String> NAMES =
            Arrays.stream(values()).map(SurveyType::wire).toList();

    private final Scale usual;

    SurveyType(Scale usual) {
        this.usual = usual;
    }

    Scale usual() {
        return usual;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SurveyType of(String wire) {
        return wire == null ? null : valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
