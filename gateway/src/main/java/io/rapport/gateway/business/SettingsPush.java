package io.rapport.gateway.business;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import io.rapport.gateway.proxy.Part;
import io.rapport.gateway.proxy.PartCall;
import io.rapport.gateway.proxy.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** Tells the services that keep facts of a business what its settings are. */
@ApplicationScoped
class SettingsPush {
    static final List<Part> TOLD = List.of(Part.METRICS, Part.FEEDBACK);
    private static final Logger LOG = Logger.getLogger(SettingsPush.class);

    private final Parts parts;
    private final TokenIssuer tokens;
    private final ObjectMapper json;

    SettingsPush(Parts parts, TokenIssuer tokens, ObjectMapper json) {
        this.parts = parts;
        this.tokens = tokens;
        this.json = json;
    }

    /** Tells all of them, or fails with a problem that names one that didn't take it. */
    void toAll(String business, SettingsMessage settings) {
        toEach(business, settings).forEach((part, taken) -> {
            if (!taken) {
                throw Problems.unavailable(part.label());
            }
        });
    }

    /** Tells all of them side by side; says of each whether it took it. */
    Map<Part, Boolean> toEach(String business, SettingsMessage settings) {
        Map<Part, CompletableFuture<Boolean>> calls = new LinkedHashMap<>();
        TOLD.forEach(part -> calls.put(part, send(part, business, settings)));
        Map<Part, Boolean> taken = new LinkedHashMap<>();
        calls.forEach((part, call) -> taken.put(part, call.join()));
        return taken;
    }

    boolean to(Part part, String business, SettingsMessage settings) {
        return send(part, business, settings).join();
    }

    private CompletableFuture<Boolean> send(Part part, String business, SettingsMessage settings) {
        PartCall call = new PartCall(
                "PUT", "/internal/v1/businesses/" + business + "/settings", token(business), body(settings));
        return parts.call(part, call)
                .thenApply(answer -> taken(part, business, answer))
                .exceptionally(failure -> refused(part, business, failure.toString()));
    }

    private static boolean taken(Part part, String business, Parts.Answer answer) {
        return answer.successful() || refused(part, business, "status " + answer.status() + " " + answer.body());
    }

    private static boolean refused(Part part, String business, String why) {
        LOG.warnf("%s did not take the settings of %s: %s", part.label(), business, why);
        return false;
    }

    private String token(String business) {
        return tokens.bearer(
                new TokenGrant("gateway", Set.of(Scopes.INTERNAL_SETTINGS), Set.of(business), TokenGrant.SERVER));
    }

    private String body(SettingsMessage settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
