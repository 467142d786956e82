package io.rapport.gateway.access.session;

import io.rapport.gateway.access.key.KeyText;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser presents: the kind's prefix, whose it is, and 32 random base62 characters. Of a business's id only the 16
 * characters are written, an organisation's is written whole. Stored as a hash, for the reasons that hold for keys.
 *
 * @param owner the business, or for people's passes the organisation
 * @param text the whole; never stored or logged
 */
public record PassText(String text, PassKind kind, String owner) {
    private static final Pattern SHAPE = Pattern.compile("(ln|ss|iv|us)_(o_)?([a-z2-7]{16})_[0-9A-Za-z]{32}");
    private static final String BUSINESS = "b_";
    private static final String ORGANISATION = "o_";
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Empty where it isn't one, or is one of another kind. */
    public static Optional<PassText> parse(String text, PassKind... kinds) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        PassKind kind = PassKind.ofPrefix(matcher.group(1));
        String owner = (matcher.group(2) == null ? BUSINESS : ORGANISATION) + matcher.group(3);
        return List.of(kinds).contains(kind) ? Optional.of(new PassText(text, kind, owner)) : Optional.empty();
    }

    public static PassText random(PassKind kind, String owner) {
        StringBuilder secret = new StringBuilder(32);
        for (int i = 0; i < 32; i++) {
            secret.append(BASE62.charAt(RANDOM.nextInt(BASE62.length())));
        }
        return new PassText(kind.prefix() + "_" + written(owner) + "_" + secret, kind, owner);
    }

    private static String written(String owner) {
        return owner.startsWith(BUSINESS) ? owner.substring(BUSINESS.length()) : owner;
    }

    public String hash() {
        return KeyText.hash(text);
    }

    @Override
    public String toString() {
        return kind.prefix() + "_" + written(owner) + "_…";
    }
}
