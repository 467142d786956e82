package io.rapport.gateway.access.key;

import java.util.Set;

/**
 * What is known of a key that a caller presents.
 *
 * @param id of the key, which may be told
 * @param business whose key it is
 */
public record KnownKey(String id, String business, KeyKind kind, Set<String> scopes) {}
