import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Requests over 32 connections, each of which waits for its answer before it sends the next. Plain sockets, to leave the processors to
 * what is measured.
 *
 * @param requests makes each
 * @param eventsOfRequest what one counts for
 */
record Load(String name, URI uri, Supplier<byte[]> requests, int eventsOfRequest) {
    static final int CONNECTIONS = 32;

    /** So many visitors are there at a time: each has four views, half a minute apart at four thousand a second. */
    private static final int AT_A_TIME = 120_000;

    private static final int VIEWS = 4;
    private static final int VISITORS = 2_000_000;
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    /** Page views. */
    Load(String name, URI uri, String bearer, int eventsOfRequest) {
        this(name, uri, () -> request(uri, bearer, eventsOfRequest), eventsOfRequest);
    }

    /** Until the code that runs is the code that a day's traffic would see, and then the measurement: events per second. */
    double measure(int warmUp, int seconds) throws Exception {
        send(warmUp);
        long began = System.nanoTime();
        List<Long> times = send(seconds);
        double rate = times.size() * (double) eventsOfRequest / ((System.nanoTime() - began) / 1e9);
        times.sort(null);
        System.out.printf(
                "%-44s %8.0f events/s, p50 %6.1f ms, p99 %6.1f ms%n",
                name, rate, times.get(times.size() / 2) / 1e6, times.get(times.size() * 99 / 100) / 1e6);
        return rate;
    }

    private List<Long> send(int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Long> times = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Callable<List<Long>>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(() -> client(end));
            }
            for (Future<List<Long>> client : threads.invokeAll(clients)) {
                times.addAll(client.get());
            }
        }
        return times;
    }

    private List<Long> client(long end) throws IOException {
        List<Long> times = new ArrayList<>();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (System.nanoTime() < end) {
                byte[] request = requests.get();
                long began = System.nanoTime();
                out.write(request);
                out.flush();
                int status = status(in);
                times.add(System.nanoTime() - began);
                if (status / 100 != 2) {
                    throw new IOException("status " + status);
                }
            }
        }
        return times;
    }

    private static byte[] request(URI uri, String bearer, int eventsOfRequest) {
        String body = body(eventsOfRequest);
        return ("POST " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + bearer
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String body(int eventsOfRequest) {
        if (eventsOfRequest == 1) {
            return event();
        }
        List<String> events = new ArrayList<>();
        for (int i = 0; i < eventsOfRequest; i++) {
            events.add(event());
        }
        return "[" + String.join(",", events) + "]";
    }

    private static String event() {
        long n = NUMBER.getAndIncrement();
        long page = n / 7 % 200;
        return "{\"id\": \"w-" + n + "\", \"source\": \"web\", \"type\": \"page_view\", \"occurredAt\": \"" + Instant.now()
                + "\", \"visitorId\": \"visitor-" + visitor(n) + "\", \"page\": {\"url\": \"https://shop.example/p/"
                + page + "\", \"title\": \"The page number " + page
                + "\", \"referrer\": \"https://www.google.com/\"}, \"context\": {\"userAgent\": \"Mozilla/5.0 (X11; Linux x86_64;"
                + " rv:140.0) Gecko/20100101 Firefox/140.0\", \"language\": \"en-GB\", \"country\": \"IE\"}}";
    }

    private static long visitor(long n) {
        long others = n / (AT_A_TIME * VIEWS);
        return (others * AT_A_TIME + n % AT_A_TIME) % VISITORS;
    }

    /** Reads an answer to its end. */
    private static int status(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
