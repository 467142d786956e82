package io.rapport.frame.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike, such as {@code 192.0.2.0/24}; a single one where all of its bits are given.
 *
 * @param bits how many of the address's first bits count
 */
public record Network(InetAddress address, int bits) {
    private static final Pattern TEXT = Pattern.compile("([^/]{2,45})(?:/(\\d{1,3}))?");
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

    /** The network; empty where the text is none. Nothing is looked up. */
    public static Optional<Network> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        Optional<InetAddress> address = parts.matches() ? address(parts.group(1)) : Optional.empty();
        return address.map(found -> new Network(found, bits(parts.group(2), found)))
                .filter(network -> network.bits <= length(network.address));
    }

    /** An address as it is written; empty where the text is none. */
    public static Optional<InetAddress> address(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] theirs = other.getAddress();
        if (own.length != theirs.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        for (int i = 0; i < whole; i++) {
            if (own[i] != theirs[i]) {
                return false;
            }
        }
        return rest == 0 || (own[whole] ^ theirs[whole]) >> (8 - rest) == 0;
    }

    private static int bits(String given, InetAddress address) {
        return given == null ? length(address) : Integer.parseInt(given);
    }

    private static int length(InetAddress address) {
        return address.getAddress().length * 8;
    }
}
