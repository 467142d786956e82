package io.rapport.gateway.access.person;

import io.rapport.gateway.access.key.KeyText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as people are known by it: in lower case, since nobody tells the cases apart.
 *
 * @param text never logged
 */
public record EmailAddress(String text) {
    public static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[^\\s@,;<>()\"\\p{Cntrl}]{1,64}@[^\\s@,;<>()\"\\p{Cntrl}]+");

    /** Empty where it can't be one; whether mail arrives there is not asked, as none is sent. */
    public static Optional<EmailAddress> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST && SHAPE.matcher(plain).matches()
                ? Optional.of(new EmailAddress(plain))
                : Optional.empty();
    }

    String hash() {
        return KeyText.hash(text);
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
