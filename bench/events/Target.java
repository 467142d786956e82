import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is measured: where it is, and how to get in. */
record Target(String service, String gateway, String jdbc, String key, String business, String token, int seconds, int rounds) {

    /** @param arguments the program's, as name=value */
    static Target of(String[] arguments) throws Exception {
        Map<String, String> named = new TreeMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            named.put(pair[0], pair[1]);
        }
        String business = named.get("business");
        return new Target(
                named.get("service"),
                named.get("gateway"),
                named.get("jdbc"),
                named.get("key"),
                business,
                token(named.get("secret"), business),
                Integer.parseInt(named.get("seconds")),
                Integer.parseInt(named.get("rounds")));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbc);
    }

    /** Until all events are counted. */
    void settle(Connection connection) throws Exception {
        String waiting = "select (select count(*) from visit_rebuild) + count(*) from (select from visit_task where business_id = '"
                + business + "' limit 1) first";
        while (number(connection, waiting) > 0) {
            Thread.sleep(100);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A token such as the gateway sends to a service. */
    private static String token(String secret, String business) throws Exception {
        long now = Instant.now().getEpochSecond();
        String head = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        String claims = base64(("{\"iss\":\"rapport\",\"sub\":\"key:bench\",\"origin\":\"server\","
                        + "\"groups\":[\"events:write\",\"metrics:read\"],\"businesses\":[\"%s\"],\"iat\":%d,\"exp\":%d}")
                .formatted(business, now, now + 86_400));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
        byte[] signature = mac.doFinal((head + "." + claims).getBytes(StandardCharsets.UTF_8));
        return head + "." + claims + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
