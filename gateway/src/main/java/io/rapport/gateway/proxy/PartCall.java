package io.rapport.gateway.proxy;

/**
 * A call that the gateway makes of its own accord.
 *
 * @param path with the query
 * @param bearer the value of the Authorization header; null for none
 * @param body JSON; null for none
 */
public record PartCall(String method, String path, String bearer, String body) {
    @Override
    public String toString() {
        return method + " " + path;
    }
}
