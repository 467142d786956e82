package io.rapport.gateway.page;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach this installation. */
@ApplicationScoped
class PublicAddress {
    private final String base;

    PublicAddress(@ConfigProperty(name = "rapport.public-url", defaultValue = "http://localhost:8080") String base) {
        this.base = base.replaceAll("/+$", "");
    }

    String of(String path) {
        return base + path;
    }

    boolean isSecure() {
        return base.startsWith("https://");
    }
}
