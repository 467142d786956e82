package io.rapport.frame.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * Shows what an operation takes and what it answers: the files {@code openapi-examples/<operationId>.request.json} and
 * {@code .response.json} of its service, where no annotation gives an example.
 */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    static void document(Operation operation) {
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), operation.getOperationId() + ".request");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                show(response.getContent(), operation.getOperationId() + ".response");
            }
        });
    }

    private static void show(Content content, String file) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        read(file).ifPresent(example -> content.getMediaTypes().values().stream()
                .filter(type -> !isShown(type))
                .forEach(type -> type.setExample(example)));
    }

    private static boolean isShown(MediaType type) {
        return type.getExample() != null
                || type.getExamples() != null && !type.getExamples().isEmpty();
    }

    private static Optional<Object> read(String name) {
        String file = "openapi-examples/" + name + ".json";
        try (InputStream found = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return found == null
                    ? Optional.empty()
                    : Optional.of(JSON.treeToValue(JSON.readValue(found, JsonNode.class), Object.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
