package io.rapport.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.ResourceArg;
import io.rapport.frame.test.PostgresResource;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A database, the administrator's key, and free ports on which the tests stand in for the services. */
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "rapport_gateway"))
@QuarkusTestResource(TestEnvironment.class)
public class TestEnvironment implements QuarkusTestResourceLifecycleManager {
    /** Hashed below with sha256sum, so that the code under test doesn't check itself. */
    public static final String ADMIN_KEY = "adm_0123456789abcdefghijABCDEFGHIJ0123456789";

    private static final String ADMIN_KEY_HASH = "4833dca59a783fb851cce52d98695b9c29b9d5494ca3761a2817f5ccf26eb2ac";

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "rapport.admin.key-hash", ADMIN_KEY_HASH,
                "rapport.services.timeout", "1500ms",
                "rapport.services.compose-timeout", "1500ms",
                "rapport.services.connect-timeout", "1s",
                "rapport.services.country-header", "CF-IPCountry",
                "rapport.limits.failure.burst", "200",
                "rapport.settings.retry-every", "1s",
                "rapport.engagement.readiness-remembered-for", "1ms"));
        for (String service : new String[] {"metrics", "feedback", "sentiment"}) {
            settings.put("rapport.services." + service + ".url", "http://127.0.0.1:" + freePort());
        }
        return settings;
    }

    @Override
    public void stop() {
        // Nothing was started.
    }

    /** Below the range that outgoing connections take theirs from: nobody else may have it by the time it is needed. */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}
