package io.rapport.gateway.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the part {@code kind} in a multipart body (RFC 7578) that streams by, and keeps nothing else of it. */
final class KindFinder {
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED_KIND =
            Pattern.compile("(?im)^content-disposition:[^\\r\\n]*;[ \\t]*name=(?:\"kind\"|kind)[ \\t]*(?:;|\\r?$)");
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LONGEST_HEADERS = 16_384;
    private static final int LONGEST_KIND = 200;

    private final byte[] delimiter;
    private byte[] rest;
    private boolean inHeaders;
    private boolean inKind;
    private String kind;

    private KindFinder(String boundary) {
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter has no line before it.
        this.rest = "\r\n".getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Empty where the type names no boundary. */
    static Optional<KindFinder> of(String contentType) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        return boundary.find()
                ? Optional.of(new KindFinder(boundary.group(1) == null ? boundary.group(2) : boundary.group(1)))
                : Optional.empty();
    }

    /** What it says; null as long as it has not come. */
    String kind() {
        return kind;
    }

    void feed(byte[] piece) {
        if (kind != null) {
            return;
        }
        byte[] all = Arrays.copyOf(rest, rest.length + piece.length);
        System.arraycopy(piece, 0, all, rest.length, piece.length);
        int at = 0;
        int next = step(all, at);
        while (next > at && kind == null) {
            at = next;
            next = step(all, at);
        }
        rest = Arrays.copyOfRange(all, at, all.length);
    }

    /** Where to go on; the same place where more must come first. */
    private int step(byte[] all, int at) {
        if (inHeaders) {
            return headers(all, at);
        }
        int end = find(delimiter, all, at);
        if (inKind && (end >= 0 || all.length - at > LONGEST_KIND)) {
            kind = new String(all, at, (end < 0 ? all.length : end) - at, StandardCharsets.UTF_8).strip();
            return at;
        }
        inHeaders = end >= 0;
        if (end < 0) {
            return inKind ? at : Math.max(at, all.length - delimiter.length + 1);
        }
        return end + delimiter.length;
    }

    private int headers(byte[] all, int at) {
        int end = find(END_OF_HEADERS, all, at);
        if (end < 0 && all.length - at <= LONGEST_HEADERS) {
            return at;
        }
        String headers = new String(all, at, (end < 0 ? all.length : end) - at, StandardCharsets.ISO_8859_1);
        inHeaders = false;
        inKind = end >= 0 && NAMED_KIND.matcher(headers).find();
        return end < 0 ? all.length : end + END_OF_HEADERS.length;
    }

    private static int find(byte[] what, byte[] in, int from) {
        for (int i = from; i <= in.length - what.length; i++) {
            if (in[i] == what[0] && Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }
}
