package io.rapport.metrics.feedback;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;

import io.rapport.metrics.support.Client;
import io.rapport.metrics.support.DataSet;
import io.rapport.metrics.support.MetricsTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@MetricsTest
class PublishedSurveysTest {
    private static final String COLUMN = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";

    @Test
    @DisplayName("Stores' customers (Preppin' Data): first answers NPS −15, later ones −33.3 of six")
    void agreesWithTheStoresSurvey() {
        Client client = Client.newBusiness("UTC");
        send(client, scores("first", 5, 7, 8), "first");
        send(client, scores("latest", 2, 0, 4), "latest");
        client.metric("nps?from=2020-01-01&to=2020-02-01&by=survey")
                .body("breakdown[0].key", equalTo("first"), "breakdown[0].n", equalTo(20))
                .body("breakdown[0].value", equalTo(-15.0f))
                .body("breakdown[1].value.toDouble()", closeTo(-33.3333333333, 1e-5));
    }

    @Test
    @DisplayName(
            "All 2,831 SFO passengers, with blank answers coded 11: n 2,746, NPS 39.8398; by terminal A 39.9171, G 32.96")
    void countsTheWholeAirport() throws IOException {
        List<String[]> rows = DataSet.readLines("sfo_survey", "2017_SFO_Customer_Survey.csv").stream()
                .map(line -> line.split(COLUMN, -1))
                .toList();
        Client client = Client.newBusiness("UTC");
        List<Answer> answers = new ArrayList<>();
        for (String[] row : rows) {
            Instant at = Instant.parse("2017-05-%02dT12:00:00Z".formatted(Integer.parseInt(row[3])));
            if (row[79].matches("\\d|10")) {
                answers.add(answer("n" + row[0], at, row[6], "nps", Integer.parseInt(row[79])));
            }
            if (row[48].matches("[1-5]")) {
                answers.add(answer("c" + row[0], at, row[6], "csat", Integer.parseInt(row[48])));
            }
        }
        send(client, answers, "sfo");
        String may = "?from=2017-05-01&to=2017-06-01";
        client.metric("nps" + may + "&by=location&interval=day")
                .body("total.n", equalTo(2_746), "total.numerator", equalTo(1_436 - 342))
                .body("total.value.toDouble()", closeTo(39.8397669337, 1e-5))
                .body("total.interval.low.toDouble()", closeTo(37.2249062016, 1e-5))
                .body("breakdown.find { it.key == 'A' }.value.toDouble()", closeTo(39.9171270718, 1e-5))
                .body("breakdown.find { it.key == 'G' }.value.toDouble()", closeTo(32.96, 1e-5))
                .body("series[5].value.toDouble()", closeTo(30.1587301587, 1e-5))
                .body("series[29].value.toDouble()", closeTo(43.1818181818, 1e-5));
        client.metric("csat" + may)
                .body("total.n", equalTo(2_688), "total.numerator", equalTo(1_507 + 699))
                .body("total.value.toDouble()", closeTo(.82068452381, 1e-6));
    }

    @Test
    @DisplayName(
            "All 5,907 answers to 99 airlines (Preppin' Data): Prep Air 21 of 184 answers, 74 promoters and 35 detractors")
    void countsTheAirlines() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (String file : List.of("case_122/input_01.csv", "case_122/input_02.csv")) {
            for (String line : DataSet.readLines("prepbench_nps", file)) {
                String[] row = line.split(COLUMN, -1);
                answers.add(answer(
                        file + row[1] + answers.size(),
                        Instant.parse("2020-01-15T12:00:00Z"),
                        row[0].replace("\"", ""),
                        "nps",
                        Integer.parseInt(row[2].strip())));
            }
        }
        Client client = Client.newBusiness("UTC");
        send(client, answers, "airlines");
        client.metric("nps?from=2020-01-01&to=2020-02-01&by=location")
                .body("total.n", equalTo(5_907), "breakdown.size()", equalTo(99))
                .body("breakdown.findAll { it.n >= 50 }.size()", equalTo(59))
                .body("breakdown.find { it.key == 'Prep Air' }.n", equalTo(184))
                .body("breakdown.find { it.key == 'Prep Air' }.numerator", equalTo(74 - 35))
                .body("breakdown.find { it.key == 'Prep Air' }.value.toDouble()", closeTo(21.1956521739, 1e-5))
                .body("breakdown.find { it.key == 'Bogan and Sons' }.value.toDouble()", closeTo(-4.4642857143, 1e-5));
    }

    private static List<Answer> scores(String survey, int promoters, int passives, int detractors) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < promoters + passives + detractors; i++) {
            int score = i < promoters ? 9 : i < promoters + passives ? 7 : 6;
            answers.add(answer(survey + i, Instant.parse("2020-01-05T21:31:00Z"), "Clapham", "nps", score));
        }
        return answers;
    }

    private static Answer answer(String id, Instant at, String location, String type, int score) {
        return new Answer(
                id,
                at,
                "survey_response",
                false,
                "none",
                location,
                null,
                null,
                "s",
                type,
                score,
                type.equals("nps") ? 10 : 5,
                "high",
                false);
    }

    private static void send(Client client, List<Answer> answers, String survey) {
        List<String> facts = answers.stream()
                .map(one -> one.json(client.business()).replace("{\"id\": \"s\"", "{\"id\": \"" + survey + "\""))
                .toList();
        for (int i = 0; i < facts.size(); i += 500) {
            client.facts(String.join(",", facts.subList(i, Math.min(facts.size(), i + 500))))
                    .statusCode(200);
        }
    }
}
