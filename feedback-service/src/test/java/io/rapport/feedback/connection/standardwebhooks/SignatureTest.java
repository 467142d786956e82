package io.rapport.feedback.connection.standardwebhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the published vector of Standard Webhooks, and the specification's own SDK as the signer. */
class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIME = 1614265330;
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String PUBLISHED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final Instant NOW = Instant.ofEpochSecond(TIME);

    private final Map<String, String> headers = new HashMap<>(
            Map.of("webhook-id", ID, "webhook-timestamp", Long.toString(TIME), "webhook-signature", PUBLISHED));

    @Test
    void thePublishedVectorIsGenuine() {
        assertThat(verify(BODY, NOW)).isEqualTo(new Verdict.Genuine(ID));
    }

    @Test
    void whatTheSdkSignsIsGenuine() throws Exception {
        for (String body : new String[] {"", "{}", "{\"text\": \"für 🥖 und mehr\"}", "not json\n"}) {
            String secret = Signature.newSecret();
            headers.put("webhook-signature", new Webhook(secret).sign(ID, TIME, body));
            assertThat(verify(secret, body, NOW)).isEqualTo(new Verdict.Genuine(ID));
        }
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() {
        headers.put("webhook-signature", "v1,AAAA v1a,BBBB " + PUBLISHED + " v2,CCCC");
        assertThat(verify(BODY, NOW)).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void anyOtherByteIsRefused() {
        assertThat(verify(BODY + " ", NOW)).isInstanceOf(Verdict.Refused.class);
        assertThat(verify("whsec_" + "A".repeat(32), BODY, NOW)).isInstanceOf(Verdict.Refused.class);
        headers.put("webhook-id", ID + "x");
        assertThat(verify(BODY, NOW)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void signaturesThatAreNoneAreRefused() {
        for (String signature :
                new String[] {"", "v1", "v1,", "v1,%%%", PUBLISHED.substring(3), "v2" + PUBLISHED.substring(2)}) {
            headers.put("webhook-signature", signature);
            assertThat(verify(BODY, NOW)).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void theTimeMayBeFiveMinutesOff() {
        assertThat(verify(BODY, NOW.plusSeconds(300))).isInstanceOf(Verdict.Genuine.class);
        assertThat(verify(BODY, NOW.minusSeconds(300))).isInstanceOf(Verdict.Genuine.class);
        assertThat(verify(BODY, NOW.plusSeconds(301))).isInstanceOf(Verdict.Refused.class);
        assertThat(verify(BODY, NOW.minusSeconds(301))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void timesThatAreNoneAreRefused() {
        for (String time : new String[] {"", "now", "-1", "1614265330.5", "99999999999999999999", "٣"}) {
            headers.put("webhook-timestamp", time);
            assertThat(verify(BODY, NOW)).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void eachHeaderIsRequired() {
        for (String name : headers.keySet().toArray(String[]::new)) {
            String value = headers.remove(name);
            assertThat(verify(BODY, NOW)).isInstanceOf(Verdict.Refused.class);
            headers.put(name, value);
        }
    }

    @Test
    void secretsHave24To64Bytes() {
        assertThat(Signature.secretRule(Signature.newSecret())).isNull();
        assertThat(Signature.secretRule(secret(24))).isNull();
        assertThat(Signature.secretRule(secret(64))).isNull();
        assertThat(Signature.secretRule(secret(23))).isNotNull();
        assertThat(Signature.secretRule(secret(65))).isNotNull();
        assertThat(Signature.secretRule(secret(32).substring(6))).isNotNull();
        assertThat(Signature.secretRule("whsec_???")).isNotNull();
    }

    private static String secret(int bytes) {
        return "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);
    }

    private Verdict verify(String body, Instant now) {
        return verify(SECRET, body, now);
    }

    private Verdict verify(String secret, String body, Instant now) {
        return Signature.verify(new InboundRequest(headers::get, body.getBytes(StandardCharsets.UTF_8)), secret, now);
    }
}
