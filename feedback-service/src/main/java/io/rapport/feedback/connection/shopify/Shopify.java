package io.rapport.feedback.connection.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.Connector;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Verdict;
import io.rapport.frame.json.JsonInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders and refunds of a Shopify shop: {@code X-Shopify-Hmac-SHA256} over the body; what it is about stands in a header. */
@ApplicationScoped
class Shopify implements Connector {
    private static final String SIGNATURE = "X-Shopify-Hmac-SHA256";
    private static final String TOPIC = "X-Shopify-Topic";
    private static final String MESSAGE = "X-Shopify-Webhook-Id";

    private final Payloads payloads;

    Shopify(Payloads payloads) {
        this.payloads = payloads;
    }

    @Override
    public String type() {
        return "shopify";
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.THEIRS;
    }

    @Override
    public void check(JsonInput input) {
        JsonInput settings = input.child("settings");
        if (settings != null) {
            settings.text("source", 100);
            settings.bool("testOrders");
        }
    }

    @Override
    public Verdict verify(InboundRequest request, Access access, Instant now) {
        String given = request.header(SIGNATURE);
        boolean fits =
                Hmac.anyFits(given, access.secrets(), secret -> Hmac.base64(Hmac.sha256(secret, request.body())));
        if (!fits) {
            return new Verdict.Refused(
                    given == null ? "The header " + SIGNATURE + " is required." : SIGNATURE + " does not fit.");
        }
        String topic = request.header(TOPIC);
        if (topic == null || !topic.matches("[a-z_]{1,60}/[a-z_]{1,60}")) {
            return new Verdict.Refused("The header " + TOPIC + " must be something like orders/paid.");
        }
        String message = request.header(MESSAGE);
        // Not signed, and so bound to the topic and body: another id for them is another message, and the same for
        // others too.
        String own = message != null && message.matches("[\\w-]{1,100}") ? message + ":" : "";
        return new Verdict.Genuine(own + topic + ":" + Hmac.digest(request.body()), topic);
    }

    @Override
    public List<Change> parse(Payload payload, ConnectionOptions options) {
        JsonNode body = payloads.object(payload.body());
        ShopifyOrder order = new ShopifyOrder(options.setting("source", type()), options.flag("testOrders"));
        return switch (payload.topic()) {
            case "orders/create", "orders/paid", "orders/updated", "orders/edited", "orders/fulfilled" ->
                order.changes(body);
            case "refunds/create" -> order.refund(body, null);
            case "customers/create", "customers/update" -> order.customer(body);
            default -> List.of(new Change.Passed(payload.topic() + " is not used"));
        };
    }

    @Override
    public Optional<InboundRequest> sample(Access access, Instant now) {
        byte[] body = """
                {"id": 1, "name": "#1001", "test": true, "financial_status": "paid", "total_price": "12.50", "currency": "EUR",
                 "created_at": "%s", "line_items": []}""".formatted(now).getBytes(StandardCharsets.UTF_8);
        String signature = Hmac.base64(Hmac.sha256(access.secrets().getFirst(), body));
        return Optional.of(
                new InboundRequest(Map.of(SIGNATURE, signature, TOPIC, "orders/paid", MESSAGE, "test")::get, body));
    }
}
