package io.rapport.gateway.access.person;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.rapport.frame.problem.Problems;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What NIST SP 800-63B asks of a password that people choose: long enough, not one that is widely used or easy to guess, and
 * nothing about which characters. How many guesses it takes is estimated by zxcvbn, which knows the common ones.
 */
public final class PasswordRules {
    /** The longest that is read at all, in UTF-16 units. */
    public static final int LONGEST_READ = 1_000;

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    /** Past that the estimate takes long and says nothing new. */
    private static final int ESTIMATED = 64;

    /** Of five steps from 0: it withstands guessing over the network, where attempts are limited. */
    private static final int STRONG_ENOUGH = 2;

    private static final Zxcvbn ESTIMATE = new Zxcvbn();

    private PasswordRules() {}

    /** One spelling of each character, however a keyboard composes it. */
    public static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** Fails with a problem that says what is wrong; {@code known} is what an attacker would try first. */
    static void require(String normalPassword, List<String> known) {
        int length = normalPassword.codePointCount(0, normalPassword.length());
        if (length < SHORTEST || length > LONGEST) {
            throw Problems.validation("password", "must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        String estimated = normalPassword.substring(0, Math.min(ESTIMATED, normalPassword.length()));
        if (ESTIMATE.measure(estimated, words(known)).getScore() < STRONG_ENOUGH) {
            throw Problems.validation(
                    "password", "must not be one that is often used or easy to guess; a few unrelated words are good");
        }
    }

    private static List<String> words(List<String> known) {
        List<String> words = new ArrayList<>(List.of("rapport"));
        known.stream()
                .flatMap(text -> Arrays.stream(text.split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() > 2)
                .forEach(words::add);
        return words;
    }
}
