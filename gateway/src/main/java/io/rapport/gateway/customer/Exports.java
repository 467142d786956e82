package io.rapport.gateway.customer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.rapport.frame.token.TokenGrant;
import io.rapport.frame.token.TokenIssuer;
import io.rapport.gateway.proxy.Part;
import io.rapport.gateway.proxy.PartCall;
import io.rapport.gateway.proxy.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/**
 * Puts together what the services keep of a customer. metrics-service knows by which ids somebody goes, so without it there is
 * no export; what the other part lacks is named.
 */
@ApplicationScoped
class Exports {
    private static final Logger LOG = Logger.getLogger(Exports.class);

    private final Parts parts;
    private final TokenIssuer tokens;
    private final ObjectMapper json;

    Exports(Parts parts, TokenIssuer tokens, ObjectMapper json) {
        this.parts = parts;
        this.tokens = tokens;
        this.json = json;
    }

    /** An export whose parts have begun to come. */
    record Export(String customer, Instant at, InputStream facts, InputStream feedback) {}

    Export begin(String business, String subject, String customer, Instant now) {
        String bearer = tokens.bearer(
                new TokenGrant(subject, Set.of(Scopes.CUSTOMERS_READ), Set.of(business), TokenGrant.SERVER));
        String path = "/internal/v1/persons/"
                + URLEncoder.encode(customer, StandardCharsets.UTF_8).replace("+", "%20");
        try {
            Parts.Answer person = parts.call(Part.METRICS, new PartCall("GET", path, bearer, null))
                    .join();
            if (!person.successful()) {
                throw new IllegalStateException("It answered with status " + person.status());
            }
            CompletableFuture<InputStream> facts =
                    parts.open(Part.METRICS, new PartCall("GET", path + "/export", bearer, null));
            CompletableFuture<InputStream> feedback = parts.open(
                            Part.FEEDBACK, new PartCall("POST", "/internal/v1/persons/export", bearer, person.body()))
                    .exceptionally(failure -> {
                        LOG.warnf("%s gave no export: %s", Part.FEEDBACK.label(), failure);
                        return null;
                    });
            return new Export(customer, now, facts.join(), feedback.join());
        } catch (CompletionException | IllegalStateException failure) {
            LOG.warnf("%s gave no export: %s", Part.METRICS.label(), failure);
            throw Problems.unavailable(Part.METRICS.label());
        }
    }

    void write(Export export, OutputStream to) throws IOException {
        List<Part> missing = new ArrayList<>();
        JsonGenerator out = json.getFactory().createGenerator(to);
        out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        out.writeStartObject();
        out.writeStringField("customerId", export.customer());
        out.writeStringField("exportedAt", export.at().toString());
        out.writeArrayFieldStart("parts");
        part(out, to, Part.METRICS, export.facts(), missing);
        part(out, to, Part.FEEDBACK, export.feedback(), missing);
        out.writeEndArray();
        out.writeArrayFieldStart("missing");
        for (Part part : missing) {
            out.writeStartObject();
            out.writeStringField("part", part.label());
            out.writeStringField("reason", "It does not answer at the moment.");
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.close();
    }

    /** As it comes, without being held here; where it breaks off, so does the answer. */
    private static void part(JsonGenerator out, OutputStream to, Part part, InputStream data, List<Part> missing)
            throws IOException {
        if (data == null) {
            missing.add(part);
            return;
        }
        out.writeStartObject();
        out.writeStringField("service", part.label());
        out.writeFieldName("data");
        out.writeRawValue("");
        out.flush();
        try (data) {
            data.transferTo(to);
        }
        out.writeEndObject();
    }
}
