package io.rapport.sentiment.serving;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once texts can be read. */
@Readiness
class ModelsReady implements HealthCheck {
    private final ModelShelf shelf;

    ModelsReady(ModelShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("models")
                .withData("state", state())
                .status(shelf.ready())
                .build();
    }

    private String state() {
        if (shelf.failed()) {
            return "could not be loaded; the log says why";
        }
        return shelf.ready() ? "loaded" : "loading";
    }
}
