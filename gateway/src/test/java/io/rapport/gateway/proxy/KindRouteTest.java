package io.rapport.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.rapport.gateway.GatewayTest;
import io.rapport.gateway.RawHttp;
import io.rapport.gateway.ServiceDouble.Asked;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A file goes to the service that its kind belongs to, wherever in the body that stands. */
@QuarkusTest
class KindRouteTest extends GatewayTest {
    private static final int LARGE = 3_000_000;

    @Test
    void small_files_and_large_ones_before_and_after_their_kind() {
        TestBusiness business = newBusiness();
        for (int size : new int[] {10, 60_000, 70_000, LARGE}) {
            byte[] file = line(size);
            for (boolean kindFirst : new boolean[] {true, false}) {
                for (String kind : new String[] {"events", "feedback", "gifts"}) {
                    var request = with(business.secretKey());
                    request = kindFirst
                            ? request.multiPart("kind", kind).multiPart("file", "f.csv", file)
                            : request.multiPart("file", "f.csv", file).multiPart("kind", kind);
                    request.post("/v1/imports").then().statusCode(200);
                    Asked asked = (kind.equals("feedback") ? feedback : metrics).last();
                    assertThat(asked.uri()).isEqualTo("/v1/imports");
                    assertThat(asked.body())
                            .as("%d bytes of %s", size, kind)
                            .contains(new String(file, StandardCharsets.UTF_8))
                            .contains(kind);
                }
            }
        }
        assertThat(feedback.asked("/v1/imports")).hasSize(8);
        assertThat(metrics.asked("/v1/imports")).hasSize(16);
    }

    @Test
    void a_body_in_chunks_goes_the_same_way() throws IOException {
        TestBusiness business = newBusiness();
        try (RawHttp http = new RawHttp(port())) {
            http.send("POST /v1/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + business.secretKey()
                    + "\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n");
            String part = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nfeedback\r\n--b--\r\n";
            http.send(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n0\r\n\r\n");
            assertThat(http.read().status()).isEqualTo(200);
        }
        assertThat(feedback.last().body()).contains("feedback");
    }

    @Test
    void an_import_is_found_by_its_id() {
        TestBusiness business = newBusiness();
        with(business.secretKey()).get("/v1/imports/imf_abc").then().statusCode(200);
        with(business.secretKey()).delete("/v1/imports/imf_abc").then().statusCode(200);
        with(business.secretKey()).get("/v1/imports/im_abc/rejected").then().statusCode(200);
        assertThat(feedback.asked("/v1/imports/imf_abc")).hasSize(2);
        assertThat(metrics.asked("/v1/imports/im_abc/rejected")).hasSize(1);
        with(business.publishableKey())
                .get("/v1/imports/imf_abc")
                .then()
                .statusCode(403)
                .body("type", endsWith("/forbidden"));
    }

    private static byte[] line(int size) {
        return "x".repeat(size).getBytes(StandardCharsets.UTF_8);
    }
}
