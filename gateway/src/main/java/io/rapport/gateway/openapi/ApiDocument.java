package io.rapport.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.gateway.access.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * The one OpenAPI document of the product: the gateway's own operations and those of the services that it passes on.
 *
 * @param yaml the document as YAML
 * @param json the same as JSON
 */
record ApiDocument(String yaml, String json) {
    private static final List<String> SERVICES = List.of("metrics-service", "feedback-service", "sentiment-service");

    static ApiDocument build() {
        Trees trees = new Trees();
        ObjectNode own = read("gateway", trees);
        ObjectNode whole = trees.json("{}");
        Frame.begin(whole, own);
        Union union = new Union(whole, (method, path) -> Routes.serves(method.toUpperCase(Locale.ROOT), path));
        union.add("gateway", own);
        SERVICES.forEach(service -> union.add(service, read(service, trees)));
        Frame.complete(whole);
        References.prune(whole);
        return new ApiDocument(trees.toYaml(whole), trees.toJson(whole));
    }

    /** The document that was stored when the service was built; an empty one where there is none. */
    private static ObjectNode read(String service, Trees trees) {
        String file = "META-INF/apis/" + service + "/openapi.yaml";
        try (InputStream document =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return document == null ? trees.json("{}") : trees.yaml(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
