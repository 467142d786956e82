package io.rapport.gateway.access.session;

import io.rapport.gateway.access.key.KeyText;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser presents: the 16 characters of the business's id and 32 random base62 characters, behind {@code ln_} for a
 * one-time link and {@code ss_} for a session. Stored as a hash, for the reasons that hold for keys.
 *
 * @param text the whole; never stored or logged
 */
public record PassText(String text, PassKind kind, String business) {
    private static final Pattern SHAPE = Pattern.compile("(ln|ss)_([a-z2-7]{16})_[0-9A-Za-z]{32}");
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Empty where it isn't one, or is one of the other kind. */
    public static Optional<PassText> parse(PassKind kind, String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches() && matcher.group(1).equals(kind.prefix())
                ? Optional.of(new PassText(text, kind, "b_" + matcher.group(2)))
                : Optional.empty();
    }

    static PassText random(PassKind kind, String business) {
        StringBuilder secret = new StringBuilder(32);
        for (int i = 0; i < 32; i++) {
            secret.append(BASE62.charAt(RANDOM.nextInt(BASE62.length())));
        }
        return new PassText(kind.prefix() + "_" + business.substring(2) + "_" + secret, kind, business);
    }

    String hash() {
        return KeyText.hash(text);
    }

    @Override
    public String toString() {
        return kind.prefix() + "_" + business.substring(2) + "_…";
    }
}
