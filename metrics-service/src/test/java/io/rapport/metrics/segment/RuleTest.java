package io.rapport.metrics.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.FieldError;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON of rules: what is read, what is refused and where, and how it sounds. */
class RuleTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @RepeatedTest(200)
    @DisplayName("What is written of a rule is read as the same rule")
    void readsWhatIsWritten(RepetitionInfo repetition) throws JsonProcessingException {
        Rule rule = read(
                RandomRule.any(new Random(repetition.getCurrentRepetition())).toString());
        assertThat(read(RuleWriter.write(rule).toString())).isEqualTo(rule);
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                        | rule",
                "{\"trait\": \"a\", \"did\": \"b\"}                        | rule",
                "{\"all\": []}                                             | rule.all",
                "{\"all\": {\"trait\": \"a\"}}                             | rule.all",
                "{\"all\": [{\"trait\": \"a\", \"is\": 1}, 3]}             | rule.all[1]",
                "{\"all\": [{\"trait\": \"a\", \"is\": 1}, {\"did\": \"purchase\", \"atLeast\": -1}]} | rule.all[1].atLeast",
                "{\"any\": [{\"all\": [{\"not\": {\"did\": \"P\"}}]}]}     | rule.any[0].all[0].not.did",
                "{\"did\": \"purchase\", \"atLeast\": 1.5}                 | rule.atLeast",
                "{\"did\": \"purchase\", \"atLeast\": 3, \"atMost\": 2}    | rule.atMost",
                "{\"did\": \"purchase\", \"atLeast\": 3, \"exactly\": 2}   | rule.exactly",
                "{\"did\": \"purchase\", \"inLastDays\": 0}                | rule.inLastDays",
                "{\"did\": \"purchase\", \"inLastDays\": 10000}            | rule.inLastDays",
                "{\"did\": \"purchase\", \"where\": {\"planet\": \"mars\"}} | rule.where.planet",
                "{\"did\": \"purchase\", \"moreThan\": 2}                  | rule.moreThan",
                "{\"trait\": \"plan\"}                                     | rule.trait",
                "{\"trait\": \"plan\", \"is\": \"a\", \"in\": [\"b\"]}     | rule.trait",
                "{\"trait\": \"plan\", \"is\": \"\"}                       | rule.is",
                "{\"trait\": \"plan\", \"is\": {}}                         | rule.is",
                "{\"trait\": \"plan\", \"is\": 1e400}                      | rule.is",
                "{\"trait\": \"plan\", \"in\": []}                         | rule.in",
                "{\"trait\": \"plan\", \"in\": [\"a\", [1]]}               | rule.in[1]",
                "{\"trait\": \"plan\", \"exists\": false}                  | rule.exists",
                "{\"trait\": \"age\", \"atLeast\": \"old\"}                | rule.atLeast",
                "{\"trait\": \"age\", \"atLeast\": 3, \"lessThan\": 2}     | rule.lessThan",
                "{\"trait\": \"age\", \"atLeast\": 3, \"moreThan\": 2}     | rule.moreThan",
                "{\"value\": \"happiness\", \"atLeast\": 3}                | rule.value",
                "{\"value\": \"revenue\"}                                  | rule.value",
                "{\"value\": \"revenue\", \"atLeast\": 3, \"topPercent\": 3} | rule.value",
                "{\"value\": \"revenue\", \"topPercent\": 101}             | rule.topPercent",
                "{\"value\": \"daysSinceLastOrder\", \"atLeast\": 3.5}     | rule.value",
                "{\"value\": \"daysSinceLastOrder\", \"atLeast\": 3, \"inLastDays\": 3} | rule.inLastDays",
                "{\"rfm\": \"luck\", \"atLeast\": 3}                       | rule.rfm",
                "{\"rfm\": \"recency\", \"is\": \"a\"}                     | rule.rfm",
                "{\"rfm\": \"tier\", \"is\": \"a\", \"in\": [\"b\"]}       | rule.rfm",
                "{\"risk\": \"churn\"}                                   | rule.risk",
                "{\"said\": \"rude\"}                                      | rule.said",
                "{\"said\": \"negative\", \"kind\": \"song\"}              | rule.kind",
                "{\"sentiment\": \"average\"}                              | rule.sentiment",
                "{\"answered\": \"sv_1\"}                                  | rule.answered"
            })
    void namesThePathOfWhatIsWrong(String rule, String path) {
        HttpProblem problem = catchThrowableOfType(HttpProblem.class, () -> read(rule));
        assertThat(problem).as(rule).isNotNull();
        assertThat((List<?>) problem.getParameters().get("errors"))
                .extracting(error -> ((FieldError) error).field())
                .contains(path);
    }

    @Test
    void isLimitedInDepthAndNumber() {
        String deep = "{\"not\": ".repeat(8) + "{\"did\": \"purchase\"}" + "}".repeat(8);
        assertThat(catchThrowableOfType(HttpProblem.class, () -> read(deep)).getDetail())
                .contains("8 deep");
        String nine = "{\"any\": [" + "{\"did\": \"a\"},".repeat(25) + "{\"did\": \"a\"}]}";
        assertThat(catchThrowableOfType(HttpProblem.class, () -> read("{\"all\": [" + nine + "," + nine + "]}"))
                        .getDetail())
                .contains("at most 50 conditions; it has 52");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"all\": [{\"trait\": \"plan\", \"is\": \"pro\"}, {\"not\": {\"said\": \"negative\", \"inLastDays\": 90}}]}"
                        + " | Customers whose plan is “pro” and not those who said something negative at least once in the last 90 days.",
                "{\"any\": [{\"did\": \"purchase\", \"atLeast\": 2, \"inLastDays\": 90, \"where\": {\"channel\": \"shop\"}},"
                        + " {\"all\": [{\"value\": \"revenue\", \"atLeast\": \"99.90\"}, {\"answered\": \"nps\", \"atMost\": 6}]}]}"
                        + " | Customers who did purchase (channel “shop”) at least 2 times in the last 90 days or (with a revenue of"
                        + " at least 99.9 and whose latest NPS answer is at most 6).",
                "{\"value\": \"daysSinceLastOrder\", \"moreThan\": 30} | Customers whose last order was more than 30 days ago.",
                "{\"value\": \"revenue\", \"topPercent\": 10, \"inLastDays\": 365}"
                        + " | Customers in the top 10 % by a revenue in the last 365 days.",
                "{\"all\": [{\"rfm\": \"tier\", \"in\": [\"champion\", \"loyal\"]}, {\"risk\": \"churn\", \"atLeast\": 0.5}]}"
                        + " | Customers whose tier is “champion” or “loyal” and whose risk of churn is at least 0.5.",
                "{\"did\": \"purchase\", \"exactly\": 0} | Customers who did purchase never."
            })
    void isToldInWords(String rule, String words) throws JsonProcessingException {
        assertThat(RuleWords.of(read(rule))).isEqualTo(words);
    }

    @Test
    @DisplayName("Both notations are read into the same rules")
    void bothNotations() throws Exception {
        assertThat(SegmentParser.parse("trait.plan==pro;did.purchase:90>=2").rule())
                .isEqualTo(read("{\"all\": [{\"trait\": \"plan\", \"is\": \"pro\"},"
                        + " {\"did\": \"purchase\", \"atLeast\": 2, \"inLastDays\": 90}]}"));
        assertThat(SegmentParser.parse("trait.plan==,did.purchase==0").rule())
                .isEqualTo(read("{\"any\": [{\"not\": {\"trait\": \"plan\", \"exists\": true}},"
                        + " {\"did\": \"purchase\", \"exactly\": 0}]}"));
        assertThat(SegmentParser.parse("Big spenders").rule()).isEqualTo(new Rule.Named("Big spenders"));
    }

    private static Rule read(String rule) throws JsonProcessingException {
        JsonInput body = JsonInput.object(JSON.readTree("{\"rule\": " + rule + "}"));
        Rule read = RuleReader.read(body, "rule");
        body.finish();
        return read;
    }
}
