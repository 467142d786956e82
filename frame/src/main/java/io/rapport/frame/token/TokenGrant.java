package io.rapport.frame.token;

import java.util.Set;

/**
 * What an internal token says.
 *
 * @param subject who acts, for the provenance of facts: {@code key:…}, {@code connection:…} or a service's name
 * @param scopes what it may do
 * @param businesses whose data it may touch
 * @param origin {@code server} or {@code browser}: who vouches for the facts it brings
 */
public record TokenGrant(String subject, Set<String> scopes, Set<String> businesses, String origin) {
    public static final String SERVER = "server";
    public static final String BROWSER = "browser";
    static final String BUSINESSES = "businesses";
    static final String ORIGIN = "origin";

    public TokenGrant {
        scopes = Set.copyOf(scopes);
        businesses = Set.copyOf(businesses);
    }
}
