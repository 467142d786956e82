package io.rapport.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request comes from. Behind a load balancer, {@code quarkus.http.proxy.*} makes the server see the client's own
 * address; a client can't claim one itself.
 */
public final class Address {
    private static final String UNKNOWN = "unknown";

    private Address() {}

    static String of(HttpServerRequest request) {
        return request.remoteAddress() == null || request.remoteAddress().hostAddress() == null
                ? UNKNOWN
                : request.remoteAddress().hostAddress();
    }

    /** For counting: the network of an IPv6 address, since whoever has one address there has 2^64. */
    public static String group(HttpServerRequest request) {
        String address = of(request);
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16
                    ? InetAddress.getByAddress(Arrays.copyOf(Arrays.copyOf(bytes, 8), 16))
                            .getHostAddress()
                    : address;
        } catch (UnknownHostException malformed) {
            return address;
        }
    }
}
