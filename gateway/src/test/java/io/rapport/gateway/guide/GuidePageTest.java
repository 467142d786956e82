package io.rapport.gateway.guide;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuidePageTest extends GatewayTest {

    @Test
    void it_shows_the_guide_of_the_repository() throws IOException {
        String page = page();
        List<String> headings = found("(?m)^## (.+)$", Files.readString(Path.of("../docs/guide.md")));
        assertThat(headings).isNotEmpty();
        assertThat(headings).allSatisfy(heading -> assertThat(page).contains(">" + heading + "</h2>"));
    }

    @Test
    void its_contents_lead_to_its_chapters() {
        String page = page();
        List<String> targets = found("href=\"#([^\"]+)\"", page);
        assertThat(targets).hasSizeGreaterThan(5);
        assertThat(targets).allSatisfy(target -> assertThat(page).contains("id=\"" + target + "\""));
    }

    @Test
    void what_it_asks_for_is_served_by_us_and_may_run() {
        Response response = given().get("/docs");
        assertThat(response.header("Content-Security-Policy")).contains("default-src 'self'");
        String page = response.asString();
        assertThat(page).doesNotContainPattern("<script(?! src)|<style|style=|onclick|\\{\\{");
        assertThat(found("(?:src|href)=\"(/docs/[^\"]+)\"", page))
                .hasSize(2)
                .allSatisfy(file -> given().get(file).then().statusCode(200));
    }

    @Test
    void looking_ahead_is_answered() {
        assertThat(given().head("/docs").statusCode()).isEqualTo(200);
    }

    @Test
    void an_installation_shows_its_own_address() {
        String page = new GuidePage("https://rapport.crumb.example/").html();
        assertThat(page)
                .contains("RAPPORT=https://rapport.crumb.example\n")
                .contains("href=\"https://rapport.crumb.example/q/swagger-ui\"")
                .doesNotContain("localhost:8080");
    }

    private static String page() {
        return given().get("/docs").then().statusCode(200).extract().asString();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
