package io.rapport.frame.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** For a service without a database: the token secret and a free port. */
public class TestSecrets implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.http.test-port",
                "0",
                "quarkus.management.test-port",
                "0",
                "rapport.token.secret",
                TestTokens.SECRET);
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
