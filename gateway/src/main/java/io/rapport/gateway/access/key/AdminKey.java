package io.rapport.gateway.access.key;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The key of the installation's administrator, of which the configuration holds the hash. */
@Startup
@Singleton
public class AdminKey {
    private static final Logger LOG = Logger.getLogger(AdminKey.class);
    private final byte[] hash;

    AdminKey(@ConfigProperty(name = "rapport.admin.key-hash") Optional<String> configured) {
        String hex = configured.map(String::strip).orElse("");
        if (hex.isEmpty()) {
            LOG.warn("RAPPORT_ADMIN_KEY_HASH is not set: nobody can administrate this installation.");
        } else if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalStateException("RAPPORT_ADMIN_KEY_HASH must be a SHA-256 in lower-case hexadecimal.");
        }
        this.hash = bytes(hex);
    }

    /** In constant time, so that the time taken says nothing about the hash. */
    public boolean matches(String key) {
        return hash.length > 0 && key.startsWith("adm_") && MessageDigest.isEqual(hash, bytes(KeyText.hash(key)));
    }

    private static byte[] bytes(String hex) {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }
}
