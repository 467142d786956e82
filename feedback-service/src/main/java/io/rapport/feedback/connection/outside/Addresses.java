package io.rapport.feedback.connection.outside;

import io.rapport.frame.http.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells the addresses of the public internet from those that only the machine, or a private network, can reach. */
final class Addresses {
    /** Beside what Java itself knows as loopback, link-local, site-local, multicast or unspecified. */
    private static final List<Network> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3",
                    // Addresses of IPv4 in those of IPv6: translated, tunnelled or compatible.
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "100::/64",
                    "fc00::/7",
                    "fe80::/9")
            .map(text -> Network.parse(text).orElseThrow())
            .toList();

    private Addresses() {}

    static boolean isPublic(InetAddress address) {
        boolean special = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && NOT_PUBLIC.stream().noneMatch(network -> network.contains(address));
    }
}
