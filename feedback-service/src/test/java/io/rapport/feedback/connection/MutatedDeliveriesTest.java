package io.rapport.feedback.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.rapport.feedback.connection.Signers.Signer;
import io.rapport.feedback.testing.ServiceTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ten thousand deliveries that are not what was signed: none is accepted, and no genuine one is refused. */
@QuarkusTest
class MutatedDeliveriesTest extends ServiceTest {
    private static final int MUTATED = 10_000;
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final List<String> TIMED = List.of("standard-webhooks", "stripe", "mailchimp");
    private static final Map<String, Signer> SIGNERS = new TreeMap<>(Map.of(
            "standard-webhooks", Signers.STANDARD,
            "stripe", Signers.STRIPE,
            "shopify", Signers.SHOPIFY,
            "facebook", Signers.META,
            "instagram", Signers.META,
            "mailchimp", Signers.MAILCHIMP,
            "typeform", Signers.TYPEFORM));

    @Inject
    @Any
    Instance<Connector> connectors;

    private final Random random = new Random(20260301);
    private final ObjectMapper json = new ObjectMapper();

    /** What is sent: body and headers. */
    private record Sent(byte[] body, Map<String, String> headers) {}

    @Test
    void noneIsAcceptedAndNoGenuineOneIsRefused() throws IOException {
        List<String> types = new ArrayList<>(SIGNERS.keySet());
        Map<String, Integer> refused = new TreeMap<>();
        for (int i = 0; i < MUTATED; i++) {
            String type = types.get(i % types.size());
            String secret = Signers.secret(type, random);
            byte[] body = body();
            Sent genuine = new Sent(body, SIGNERS.get(type).sign(secret, body, NOW));
            String other = Signers.secret(type, random);
            assertThat(verdict(type, genuine, List.of(secret))).isInstanceOf(Verdict.Genuine.class);
            assertThat(verdict(type, genuine, List.of(other, secret))).isInstanceOf(Verdict.Genuine.class);
            int kind = i / types.size() % 8;
            Sent mutated = mutate(kind, type, secret, genuine);
            assertThat(verdict(type, mutated, List.of(secret)))
                    .as("%s, mutation %d: %s %s", type, kind, text(mutated.body), mutated.headers)
                    .isInstanceOf(Verdict.Refused.class);
            refused.merge(type + " " + kind, 1, Integer::sum);
        }
        assertThat(refused).hasSize(types.size() * 8);
    }

    private Verdict verdict(String type, Sent sent, List<String> secrets) {
        Connector connector = connectors.stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
        InboundRequest request = new InboundRequest(name -> sent.headers.get(name.toLowerCase(Locale.ROOT)), sent.body);
        Connector.ConnectionOptions options =
                new Connector.ConnectionOptions(null, json.createObjectNode().put("signed", true));
        return connector.verify(request, new Connector.Access(secrets, Map.of(), options, ""), NOW);
    }

    private Sent mutate(int kind, String type, String secret, Sent genuine) throws IOException {
        byte[] body = genuine.body;
        return switch (kind) {
            case 0 -> new Sent(flipped(body), genuine.headers);
            case 1 -> new Sent(body, flippedSignature(genuine.headers));
            case 2 -> new Sent(body, SIGNERS.get(type).sign(Signers.secret(type, random), body, NOW));
            case 3 -> TIMED.contains(type) ? early(type, secret, body) : new Sent(flipped(body), genuine.headers);
            case 4 -> new Sent(reencoded(body), genuine.headers);
            case 5 -> new Sent(Arrays.copyOf(body, random.nextInt(body.length)), genuine.headers);
            case 6 -> new Sent((text(body) + " ").getBytes(StandardCharsets.UTF_8), genuine.headers);
            default -> new Sent(body, without(genuine.headers));
        };
    }

    /** Rightly signed, but five minutes and a bit before or after now. */
    private Sent early(String type, String secret, byte[] body) {
        long off = 301 + random.nextInt(10_000);
        return new Sent(body, SIGNERS.get(type).sign(secret, body, NOW.plusSeconds(random.nextBoolean() ? off : -off)));
    }

    private byte[] flipped(byte[] body) {
        byte[] changed = body.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    /** The header with the signature: what is beside it, such as Shopify's topic, is signed by nobody. */
    private Map<String, String> flippedSignature(Map<String, String> headers) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.computeIfPresent(signatureOf(headers), (name, value) -> {
            byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        });
        return changed;
    }

    private static Map<String, String> without(Map<String, String> headers) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.remove(signatureOf(headers));
        return changed;
    }

    private static String signatureOf(Map<String, String> headers) {
        return headers.keySet().stream()
                .filter(name -> name.contains("signature") || name.contains("hmac"))
                .findFirst()
                .orElseThrow();
    }

    private byte[] body() {
        return ("{\"id\": \"m-" + random.nextInt() + "\",  \"text\": \"Caf\u00e9 \ud83d\ude00 " + random.nextLong()
                        + "\", \"rating\": {\"value\": 4.50}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] reencoded(byte[] body) throws IOException {
        return json.writeValueAsBytes(json.readTree(body));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
