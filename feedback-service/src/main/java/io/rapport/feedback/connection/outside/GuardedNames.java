package io.rapport.feedback.connection.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for the connections that are then made to just those addresses: a name that answers otherwise a moment later
 * leads nowhere else.
 */
final class GuardedNames implements DnsResolver {
    private final boolean allowPrivate;

    GuardedNames(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** That an address is refused, apart from that none is known. */
    static final class NotPublic extends UnknownHostException {
        private static final long serialVersionUID = 1;

        NotPublic(String host) {
            super(host + " is not on the public internet");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (!allowPrivate && !Addresses.isPublic(address)) {
                throw new NotPublic(host);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
