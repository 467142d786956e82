package io.rapport.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Requests as no well-behaved client would send them. */
public final class RawHttp implements AutoCloseable {
    private final Socket socket = new Socket();

    public RawHttp(int port) throws IOException {
        this(port, "127.0.0.1");
    }

    /** @param from the loopback address that the request comes from */
    public RawHttp(int port, String from) throws IOException {
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(8_000);
    }

    public RawHttp send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** One answer: its head, and as much body as its length says. */
    public Answer read() throws IOException {
        String head = until("\r\n\r\n");
        String lower = head.toLowerCase(Locale.ROOT);
        int length = lower.contains("content-length:")
                ? Integer.parseInt(lower.split("content-length:")[1].split("\r\n")[0].strip())
                : 0;
        byte[] body = socket.getInputStream().readNBytes(length);
        return new Answer(head, new String(body, StandardCharsets.UTF_8));
    }

    /** One answer that has no body. */
    public String readHead() throws IOException {
        return until("\r\n\r\n");
    }

    private String until(String end) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        int next = socket.getInputStream().read();
        while (next >= 0) {
            read.write(next);
            if (read.size() >= end.length()
                    && read.toString(StandardCharsets.ISO_8859_1).endsWith(end)) {
                break;
            }
            next = socket.getInputStream().read();
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** What came back. */
    public record Answer(String head, String body) {
        public int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ")[1]);
        }

        public boolean isProblem() {
            return head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json");
        }
    }
}
