package io.rapport.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document that is published, and the one that the code makes now. */
final class ApiDocuments {
    private static final Path PUBLISHED = Path.of("../docs/openapi.json");
    private static final Path MADE = Path.of("target/openapi.json");

    private ApiDocuments() {}

    static ObjectNode published() {
        try {
            return new Trees().json(Files.readString(PUBLISHED));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ObjectNode made() {
        return new Trees().json(ApiDocument.build().json());
    }

    /** Puts what the code makes where it can be copied from, and says how. */
    static String howToPublish() {
        try {
            Files.createDirectories(MADE.getParent());
            Files.writeString(MADE, ApiDocument.build().json() + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return "docs/openapi.json is out of date, and nothing in it breaks: cp gateway/target/openapi.json docs/openapi.json";
    }
}
