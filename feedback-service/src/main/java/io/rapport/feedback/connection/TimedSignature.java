package io.rapport.feedback.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A header {@code t=…,v1=…}: hexadecimal HMAC-SHA256 over {@code t.body}; several {@code v1} while a secret is changed. */
public final class TimedSignature {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

    private TimedSignature() {}

    /** Why the header is not right; null if it is. */
    public static String wrong(String name, String header, byte[] body, List<String> secrets, Instant now) {
        if (header == null) {
            return "The header " + name + " is required.";
        }
        String time = null;
        List<String> signatures = new ArrayList<>();
        for (String part : header.split(",")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t")) {
                time = pair[1];
            } else if (pair.length == 2 && pair[0].equals("v1")) {
                signatures.add(pair[1]);
            }
        }
        if (time == null || !SECONDS.matcher(time).matches() || signatures.isEmpty()) {
            return "The header " + name + " must be t=<seconds since 1970>,v1=<signature>.";
        }
        if (isFar(Instant.ofEpochSecond(Long.parseLong(time)), now)) {
            return "The time in " + name + " is more than five minutes from now.";
        }
        byte[] head = (time + ".").getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        for (String signature : signatures) {
            fits |= Hmac.anyFits(signature, secrets, secret -> Hmac.hex(Hmac.sha256(secret, head, body)));
        }
        return fits ? null : "No signature in " + name + " fits.";
    }

    /** The header for a body that is sent now. */
    public static String sign(byte[] body, String secret, Instant now) {
        String time = Long.toString(now.getEpochSecond());
        byte[] head = (time + ".").getBytes(StandardCharsets.UTF_8);
        return "t=" + time + ",v1=" + Hmac.hex(Hmac.sha256(secret, head, body));
    }

    static boolean isFar(Instant time, Instant now) {
        return Duration.between(time, now).abs().compareTo(TOLERANCE) > 0;
    }
}
