package io.rapport.gateway.access.tenant;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Identifiers that say what they name, and whose it is where that matters. */
public final class Ids {
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern BUSINESS = Pattern.compile("b_[a-z2-7]{16}");
    private static final Pattern KEY = Pattern.compile("k_([a-z2-7]{16})_[a-z2-7]{16}");
    private static final Pattern PERSON = Pattern.compile("u_([bo]_[a-z2-7]{16})_[a-z2-7]{16}");
    private static final Pattern ORGANISATION = Pattern.compile("o_[a-z2-7]{16}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String ofBusiness() {
        return "b_" + random();
    }

    public static String ofOrganisation() {
        return "o_" + random();
    }

    public static String ofKey(String business) {
        return "k_" + business.substring(2) + "_" + random();
    }

    /** @param owner the business or organisation that the person belongs to */
    public static String ofPerson(String owner) {
        return "u_" + owner + "_" + random();
    }

    /** The business or organisation that a person's id names; empty where it isn't one. */
    public static Optional<String> ownerOfPerson(String id) {
        Matcher matcher = PERSON.matcher(id);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    public static boolean isOrganisation(String id) {
        return ORGANISATION.matcher(id).matches();
    }

    public static boolean isBusiness(String id) {
        return BUSINESS.matcher(id).matches();
    }

    /** The business that a key's id names; empty where it isn't one. */
    public static Optional<String> businessOfKey(String id) {
        Matcher matcher = KEY.matcher(id);
        return matcher.matches() ? Optional.of("b_" + matcher.group(1)) : Optional.empty();
    }

    private static String random() {
        StringBuilder id = new StringBuilder(16);
        for (int i = 0; i < 16; i++) {
            id.append(BASE32.charAt(RANDOM.nextInt(BASE32.length())));
        }
        return id.toString();
    }
}
