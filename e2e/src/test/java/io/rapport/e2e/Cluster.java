package io.rapport.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Several replicas of each service on one PostgreSQL, configured as the manifests configure their pods. */
final class Cluster implements AutoCloseable {
    /** As in the manifests; long enough that each pooled connection is used once more, or given up as idle. */
    private static final String DRAINING = "5S";

    private static final Map<String, String> DATABASES = Map.of(
            "gateway", "rapport_gateway", "feedback-service", "rapport_feedback", "metrics-service", "rapport_metrics");

    private final String adminKey = "adm_" + "A".repeat(40);
    private final String tokenSecret = Base64.getUrlEncoder().withoutPadding().encodeToString(random());
    private final String encryptionKey = Base64.getEncoder().encodeToString(random());
    private final Map<String, Endpoints> endpoints = new HashMap<>();
    private final Map<String, List<Replica>> replicas = new ConcurrentHashMap<>();
    private final List<Replica> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger started = new AtomicInteger();
    private final ClusterDatabase database;
    private final Path logs;

    private Cluster(ClusterDatabase database, Path logs) {
        this.database = database;
        this.logs = logs;
        for (String service : Product.SERVICES) {
            endpoints.put(service, new Endpoints());
            replicas.put(service, new CopyOnWriteArrayList<>());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> all.forEach(Replica::kill)));
    }

    /** All of them at the same instant, on empty databases. */
    static Cluster start(int replicasOfEach) throws Exception {
        Path logs = Path.of(System.getProperty("rapport.e2e.folder", "target"), "cluster");
        Files.createDirectories(logs);
        Cluster cluster = new Cluster(ClusterDatabase.start(), logs);
        List<Replica> starting = new ArrayList<>();
        for (String service : Product.SERVICES) {
            for (int i = 0; i < replicasOfEach; i++) {
                starting.add(cluster.launch(service));
            }
        }
        starting.forEach(Replica::awaitReady);
        Product.SERVICES.forEach(service -> cluster.replicas(service).forEach(cluster.endpoints.get(service)::add));
        return cluster;
    }

    ClusterDatabase database() {
        return database;
    }

    /** Through the gateway's Service. */
    Client client(String key) {
        return new Client(endpoints.get("gateway").url(), key);
    }

    Client admin() {
        return client(adminKey);
    }

    List<Replica> replicas(String service) {
        return replicas.get(service);
    }

    /** One more replica, which is sent connections once it is ready. */
    void add(String service) {
        Replica replica = launch(service);
        replica.awaitReady();
        endpoints.get(service).add(replica);
    }

    /** SIGKILL; new connections still go to it until that is noticed. */
    void kill(String service, Replica replica) {
        replica.kill();
        remove(service, replica);
    }

    /** As Kubernetes ends a pod: out of the Service, and then SIGTERM. */
    void terminate(String service, Replica replica) {
        remove(service, replica);
        replica.terminate();
    }

    @Override
    public void close() throws IOException {
        all.forEach(Replica::kill);
        for (Endpoints service : endpoints.values()) {
            service.close();
        }
        database.close();
    }

    private void remove(String service, Replica replica) {
        endpoints.get(service).remove(replica);
        replicas.get(service).remove(replica);
    }

    private Replica launch(String service) {
        String name = service + "-" + started.incrementAndGet();
        Replica replica = Replica.start(service, name, freePort(), environment(service), logs);
        all.add(replica);
        replicas.get(service).add(replica);
        return replica;
    }

    private Map<String, String> environment(String service) {
        Map<String, String> environment = new HashMap<>();
        if (DATABASES.containsKey(service)) {
            environment.putAll(database.environment(DATABASES.get(service)));
        }
        environment.put("QUARKUS_SHUTDOWN_DELAY", DRAINING);
        environment.put("RAPPORT_TOKEN_SECRET", tokenSecret);
        environment.put("RAPPORT_ENCRYPTION_KEY", encryptionKey);
        environment.put("RAPPORT_ADMIN_KEY_HASH", sha256(adminKey));
        environment.put("RAPPORT_KEYS_REMEMBERED_FOR", "3S");
        environment.put("RAPPORT_SENTIMENT_THREADS", "1");
        environment.put("RAPPORT_METRICS_URL", url("metrics-service"));
        environment.put("RAPPORT_FEEDBACK_URL", url("feedback-service"));
        environment.put("RAPPORT_SENTIMENT_URL", url("sentiment-service"));
        environment.put("RAPPORT_PUBLIC_URL", url("gateway"));
        return environment;
    }

    private String url(String service) {
        return endpoints.get(service).url().toString();
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Below those that the system gives out by itself, so that no connection takes it before the service does. */
    private static int freePort() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(12_000, 30_000);
        } while (!isFree(port) || !isFree(port + 1_000));
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
