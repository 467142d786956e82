package io.rapport.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the gateway, the only door, changes in what the services say of themselves. */
final class Frame {
    private static final String WEBHOOKS = "/v1/webhooks/";

    private Frame() {}

    /** To be called first. The document is served by what it describes, under whatever name that is reached. */
    static void begin(ObjectNode document, ObjectNode own) {
        document.set("openapi", own.path("openapi"));
        document.set("info", own.path("info"));
        document.putArray("servers").addObject().put("url", "/").put("description", "This installation.");
        document.set("security", own.path("security"));
        document.withObject("/components").set("securitySchemes", own.at("/components/securitySchemes"));
    }

    /** To be called when all operations are there. From outside, a webhook's signature is its key. */
    static void complete(ObjectNode document) {
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith(WEBHOOKS))
                .flatMap(path -> path.getValue().properties().stream())
                .filter(operation -> Union.METHODS.contains(operation.getKey()))
                .forEach(operation -> open((ObjectNode) operation.getValue()));
    }

    private static void open(ObjectNode operation) {
        operation.putArray("security");
        operation.remove("x-required-scope");
        operation.withObject("/responses").remove("403");
    }
}
