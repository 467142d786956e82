package io.rapport.feedback.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackEmotionsTest {
    private static final Path CONTRACT = Path.of("src/main/openapi/openapi.json");
    private static final Path PAGE = Path.of("../gateway/src/main/webui/src/api/client.ts");

    /** An annotation can't name a list, and a page of TypeScript no class: each has the emotions written out, and all are these. */
    @Test
    void theContractAndTheDashboardHaveTheSameOnes() throws IOException {
        JsonNode operation = new ObjectMapper()
                .readTree(CONTRACT.toFile())
                .path("paths")
                .path("/v1/feedback")
                .path("get");
        List<String> offered = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("name").asText().equals("emotion")) {
                parameter.path("schema").path("enum").forEach(one -> offered.add(one.asText()));
            }
        });
        assertThat(offered).isEqualTo(FeedbackEmotions.ALL);
        String page = Files.readString(PAGE);
        String listed = page.substring(page.indexOf("EMOTIONS = ["), page.indexOf("] as const"));
        assertThat(FeedbackEmotions.ALL)
                .allSatisfy(emotion -> assertThat(listed).contains("\"" + emotion + "\""));
        assertThat(listed.chars().filter(letter -> letter == ',').count()).isEqualTo(FeedbackEmotions.ALL.size());
    }
}
