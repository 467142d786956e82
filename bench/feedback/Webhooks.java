import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reviews by signed webhooks (Standard Webhooks), beside one plain durable INSERT a request in the same run. What was acknowledged is
 * parsed, stored and passed on meanwhile.
 * Arguments: the gateway's address, the database's, seconds, and a file of a connection a line: its path and its secret.
 */
class Webhooks {
    private static final int WARM_UP = 15;

    /** Four processes are new to what a delivery has them do, and compile it on the same cores. */
    private static final int WARM_UP_OF_SERVICES = 90;
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    /** A connection. */
    private record Sender(String path, byte[] secret) {}

    public static void main(String[] arguments) throws Exception {
        String gateway = arguments[0];
        String jdbc = arguments[1];
        int seconds = Integer.parseInt(arguments[2]);
        List<Sender> senders = Files.readAllLines(Path.of(arguments[3])).stream()
                .map(line -> line.split(" "))
                .map(parts -> new Sender(parts[0], Base64.getDecoder().decode(parts[1].substring("whsec_".length()))))
                .toList();
        AtomicInteger turn = new AtomicInteger();
        Supplier<byte[]> signed = () -> signed(senders.get(Math.floorMod(turn.getAndIncrement(), senders.size())));
        try (PlainDeliveries plain = new PlainDeliveries(jdbc)) {
            URI bare = URI.create("http://127.0.0.1:" + plain.port() + "/");
            double insert = new Load("one plain INSERT a request", bare, signed, 1).measure(WARM_UP, seconds);
            double webhooks = new Load("signed deliveries through the gateway", URI.create(gateway), signed, 1)
                    .measure(WARM_UP_OF_SERVICES, seconds);
            double again = new Load("one plain INSERT a request, once more", bare, signed, 1).measure(WARM_UP, seconds);
            System.out.printf("ratio: %.2f of a plain INSERT%n", webhooks / ((insert + again) / 2));
        }
        backlog(jdbc);
    }

    /** How long it takes until all that was acknowledged is feedback. */
    private static void backlog(String jdbc) throws Exception {
        long began = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            long waiting = number(connection, "select count(*) from delivery_task");
            while (number(connection, "select count(*) from delivery_task") > 0) {
                Thread.sleep(200);
            }
            System.out.printf(
                    "%d deliveries still to be read at the end, all read %.1f s later; %d not acknowledged as genuine%n",
                    waiting,
                    (System.nanoTime() - began) / 1e9,
                    number(connection, "select count(*) from webhook_delivery where outcome in ('rejected', 'failed')"));
        }
    }

    private static byte[] signed(Sender sender) {
        long n = NUMBER.getAndIncrement();
        String body = "{\"type\": \"review.created\", \"data\": {\"id\": \"r-" + n + "\", \"source\": \"site\", \"kind\": \"review\","
                + " \"text\": \"Lovely bread, but the queue was endless. Number " + n % 1_000 + ".\", \"rating\": {\"value\": " + (1 + n % 5)
                + ", \"scale\": 5}, \"author\": {\"name\": \"A.\"}, \"occurredAt\": \"2026-03-01T10:00:00Z\", \"language\": \"en\"}}";
        String id = "msg_" + n;
        String at = Long.toString(Instant.now().getEpochSecond());
        String head = "POST " + sender.path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nwebhook-id: " + id
                + "\r\nwebhook-timestamp: " + at + "\r\nwebhook-signature: v1," + hmac(sender.secret, id + "." + at + "." + body)
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.US_ASCII);
    }

    private static String hmac(byte[] secret, String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
