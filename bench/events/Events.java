import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Measures metrics-service: events in, and web metrics out, beside plain baselines on the same database. {@code bench/events/run}
 * starts what it needs.
 */
class Events {
    private static final int CONNECTIONS = 32;
    private static final String PERIOD = "from=2025-01-01&to=2026-01-01";

    private final String service;
    private final String gateway;
    private final String jdbc;
    private final String key;
    private final String business;
    private final String token;
    private final AtomicLong number = new AtomicLong(System.nanoTime());

    Events(Map<String, String> arguments) throws Exception {
        service = arguments.get("service");
        gateway = arguments.get("gateway");
        jdbc = arguments.get("jdbc");
        key = arguments.get("key");
        business = arguments.get("business");
        token = token(arguments.get("secret"), business);
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> named = new TreeMap<>();
        for (int i = 1; i < arguments.length; i++) {
            String[] pair = arguments[i].split("=", 2);
            named.put(pair[0], pair[1]);
        }
        Events events = new Events(named);
        switch (arguments[0]) {
            case "write" -> events.write(Integer.parseInt(named.get("seconds")));
            case "derive" -> events.derive();
            case "read" -> events.read(Integer.parseInt(named.get("rounds")));
            case "fresh" -> events.fresh(Integer.parseInt(named.get("seconds")));
            case "storage" -> events.storage();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    // In

    private void write(int seconds) throws Exception {
        try (Baseline baseline = new Baseline(jdbc)) {
            URI bare = URI.create("http://127.0.0.1:" + baseline.port() + "/");
            load("warm-up", URI.create(service + "/v1/events"), token, 1, Math.max(5, seconds / 2));
            double insert = load("one bare INSERT a request", bare, token, 1, seconds);
            double one = load("metrics-service, one event a request", URI.create(service + "/v1/events"), token, 1, seconds);
            double door = load("gateway, one event a request", URI.create(gateway + "/v1/events"), key, 1, seconds);
            double many = load("metrics-service, 100 events a request", URI.create(service + "/v1/events"), token, 100, seconds);
            double rows = baseline.multiRow(100, seconds);
            System.out.printf("bare multi-row INSERT of 100 rows: %,.0f rows/s%n", rows);
            System.out.printf(
                    "ratios: one by one %.2f x a bare INSERT; gateway %.2f of metrics-service; hundreds %.2f of a bare multi-row INSERT%n",
                    one / insert, door / one, many / rows);
        }
    }

    /** Events per second, with 32 connections that each wait for their answer. */
    private double load(String name, URI uri, String bearer, int size, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<List<Long>>> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(() -> client(uri, bearer, size, end));
        }
        List<Long> times = new ArrayList<>();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (Future<List<Long>> client : threads.invokeAll(clients)) {
                times.addAll(client.get());
            }
        }
        double took = (System.nanoTime() - began) / 1e9;
        double rate = times.size() * size / took;
        times.sort(null);
        System.out.printf(
                "%s: %,.0f events/s, p50 %.1f ms, p99 %.1f ms%n",
                name, rate, times.get(times.size() / 2) / 1e6, times.get(times.size() * 99 / 100) / 1e6);
        return rate;
    }

    private List<Long> client(URI uri, String bearer, int size, long end) throws IOException {
        List<Long> times = new ArrayList<>();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (System.nanoTime() < end) {
                byte[] body = body(size).getBytes(StandardCharsets.UTF_8);
                String head = "POST " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + bearer
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
                long began = System.nanoTime();
                out.write((head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
                out.flush();
                int status = answer(in);
                times.add(System.nanoTime() - began);
                if (status != 202) {
                    throw new IOException("status " + status);
                }
            }
        }
        return times;
    }

    private static int answer(InputStream in) throws IOException {
        int status = 0;
        int length = 0;
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\n') {
                line.append((char) c);
                continue;
            }
            String text = line.toString().strip();
            line.setLength(0);
            if (text.isEmpty()) {
                in.skipNBytes(length);
                return status;
            }
            if (status == 0) {
                status = Integer.parseInt(text.split(" ")[1]);
            } else if (text.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(text.substring(15).strip());
            }
        }
    }

    private String body(int size) {
        StringBuilder body = new StringBuilder(size == 1 ? "" : "[");
        for (int i = 0; i < size; i++) {
            body.append(i == 0 ? "" : ",").append(event());
        }
        return body.append(size == 1 ? "" : "]").toString();
    }

    private String event() {
        long n = number.getAndIncrement();
        return "{\"id\": \"w-" + n + "\", \"source\": \"web\", \"type\": \"page_view\", \"occurredAt\": \"" + Instant.now()
                + "\", \"visitorId\": \"visitor-" + (n * 31) % 200_000 + "\", \"page\": {\"url\": \"https://shop.example/p/"
                + n % 200 + "\", \"title\": \"The page number " + n % 200
                + "\", \"referrer\": \"https://www.google.com/\"}, \"context\": {\"userAgent\": \"Mozilla/5.0 (X11; Linux x86_64;"
                + " rv:140.0) Gecko/20100101 Firefox/140.0\", \"language\": \"en-GB\", \"country\": \"IE\"}}";
    }

    // Derived

    /** Waits until nothing is left to derive. */
    private void derive() throws Exception {
        long began = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            while (number(connection, "select count(*) from visit_task") > 0) {
                Thread.sleep(500);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            long events = number(connection, "select count(*) from event where business_id = '" + business + "'");
            System.out.printf("derived %,d events in %.0f s: %,.0f/s%n", events, seconds, events / seconds);
        }
    }

    /** How long after its acknowledgement an event is counted, while others are written as fast as they can be. */
    private void fresh(int seconds) throws Exception {
        Thread writers = Thread.ofPlatform().daemon().start(() -> {
            try {
                load("while others write", URI.create(service + "/v1/events"), token, 1, seconds);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        List<Long> waits = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            while (writers.isAlive()) {
                waits.add(number(
                        connection,
                        "select coalesce(extract(epoch from now() - min(noted_at)) * 1000, 0)::bigint from visit_task"));
                Thread.sleep(100);
            }
        }
        waits.sort(null);
        System.out.printf(
                "oldest event that isn't derived yet: median %d ms, at most %d ms%n",
                waits.get(waits.size() / 2), waits.getLast());
    }

    // Out

    private void read(int rounds) throws Exception {
        System.out.printf("%-58s %10s %10s %12s %8s%n", "question over 12 months", "p50 ms", "p95 ms", "textbook ms", "ratio");
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            for (String[] question : questions()) {
                List<Long> times = new ArrayList<>();
                String answer = "";
                for (int i = 0; i < rounds + 2; i++) {
                    long began = System.nanoTime();
                    answer = get("/v1/metrics/" + question[0] + PERIOD + question[1]);
                    times.add(System.nanoTime() - began);
                }
                times = times.subList(2, times.size());
                times.sort(null);
                double p50 = times.get(times.size() / 2) / 1e6;
                double p95 = times.get(Math.min(times.size() - 1, times.size() * 95 / 100)) / 1e6;
                String textbook = "";
                String ratio = "";
                if (question[2] != null) {
                    long began = System.nanoTime();
                    String expected = textbook(connection, question[2]);
                    double took = (System.nanoTime() - began) / 1e6;
                    textbook = String.format("%,.0f", took);
                    ratio = String.format("%,.0f", took / p50);
                    check(question[0] + question[1], answer, expected);
                }
                System.out.printf("%-58s %10.1f %10.1f %12s %8s%n", question[0] + question[1], p50, p95, textbook, ratio);
            }
        }
    }

    /** The metric, its other parameters, and the textbook's way to the same, of which the last column of the first row is compared. */
    private static List<String[]> questions() {
        List<String[]> questions = new ArrayList<>();
        String visits = "select count(*) from visits";
        questions.add(new String[] {"visitors?", "", "select count(distinct visitor_id) from views"});
        questions.add(new String[] {"visitors?", "&interval=day", "select day, count(distinct visitor_id) from views group by 1"});
        questions.add(new String[] {"visitors?", "&interval=week", null});
        questions.add(new String[] {"visitors?", "&interval=month", null});
        questions.add(new String[] {"visitors?", "&by=page", "select page, count(distinct visitor_id) from views group by 1"});
        for (String by : List.of("traffic_channel", "campaign", "device", "country")) {
            questions.add(new String[] {"visitors?", "&by=" + by, null});
        }
        questions.add(new String[] {"page_views?", "&interval=day&by=page", "select page, count(*) from views group by 1"});
        questions.add(new String[] {"visits?", "", visits});
        questions.add(new String[] {"visits?", "&by=traffic_channel", "select channel, count(*) from visits group by 1"});
        questions.add(new String[] {"bounce_rate?", "&interval=month",
            "select month, count(*) filter (where views = 1) * 1.0 / count(*) from visits group by 1"});
        questions.add(new String[] {"bounce_rate?", "&by=page", null});
        questions.add(new String[] {"ga4_engagement_rate?", "&by=country", null});
        questions.add(new String[] {"visit_duration?", "&by=device",
            "select device, avg(extract(epoch from ended - began)) from visits group by 1"});
        questions.add(new String[] {"pages_per_visit?", "&interval=day", null});
        questions.add(new String[] {"time_on_page?", "&by=page", null});
        questions.add(new String[] {"conversion_rate?", "&by=campaign", null});
        questions.add(new String[] {"conversion_rate?", "&per=visitor&by=traffic_channel", null});
        questions.add(new String[] {"cart_abandonment_rate?", "&interval=month", null});
        questions.add(new String[] {"visits?", "&segment=country==AA", null});
        questions.add(new String[] {"visitors?", "&segment=country==AA;device==mobile&by=page", null});
        questions.add(new String[] {"bounce_rate?", "&segment=traffic_channel==search&interval=month&by=page", null});
        return questions;
    }

    /** The usual way: visits by window functions over the raw events, at each question. */
    private String textbook(Connection connection, String question) throws SQLException {
        String sql = """
                with e as (
                  select visitor_id, occurred_at, type, page_url, referrer, user_agent, country,
                    coalesce(occurred_at - lag(occurred_at) over w > interval '30 minutes', true) as begins
                  from event where business_id = '%s' and left_out is null and visitor_id is not null
                    and occurred_at >= '2025-01-01Z' and occurred_at < '2026-01-01Z'
                  window w as (partition by visitor_id order by occurred_at)),
                n as (select *, sum(begins::int) over (partition by visitor_id order by occurred_at) as visit from e),
                visits as (
                  select visitor_id, visit, min(occurred_at) as began, max(occurred_at) as ended,
                    date_trunc('month', min(occurred_at)) as month, count(*) filter (where type = 'page_view') as views,
                    min(case when begins then case when page_url like '%%utm_medium=cpc%%' then 'paid'
                      when page_url like '%%utm_medium=email%%' then 'email' when referrer like '%%google.%%' then 'search'
                      when referrer like '%%instagram.%%' then 'social' when referrer is null then 'direct' else 'referral' end end) as channel,
                    min(case when user_agent like '%%iPhone%%' or user_agent like '%%Android%%' then 'mobile' else 'desktop' end) as device
                  from n group by 1, 2),
                views as (
                  select visitor_id, date_trunc('day', occurred_at) as day, split_part(split_part(page_url, '?', 1), 'shop.example', 2) as page
                  from event where business_id = '%s' and left_out is null and type = 'page_view'
                    and occurred_at >= '2025-01-01Z' and occurred_at < '2026-01-01Z')
                """.formatted(business, business) + question;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            String last = null;
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                last = rows.getString(columns);
            }
            return columns == 1 ? last : null;
        }
    }

    private static void check(String question, String answer, String expected) {
        Matcher total = Pattern.compile("\"total\"\\s*:\\s*\\{\"value\"\\s*:\\s*([0-9.E]+)").matcher(answer);
        if (expected != null && (!total.find() || !total.group(1).equals(expected))) {
            throw new IllegalStateException(question + ": " + expected + " expected, but " + answer.substring(0, Math.min(300, answer.length())));
        }
    }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", "Bearer " + key)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    // Storage

    private void storage() throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbc)) {
            long events = number(connection, "select count(*) from event");
            System.out.printf("%,d events; bytes an event:%n", events);
            long all = 0;
            for (String part : List.of("event|heap", "event|indexes", "dedup_key", "visit", "visitor", "web_rollup", "web_goal", "web_visitors", "visit_task")) {
                String[] names = part.split("\\|");
                String size = names.length == 1
                        ? "select pg_total_relation_size('" + part + "')"
                        : "select sum(" + (names[1].equals("heap") ? "pg_table_size" : "pg_indexes_size")
                                + "(relid)) from pg_partition_tree('event') where isleaf";
                long bytes = number(connection, size);
                all += bytes;
                System.out.printf("  %-16s %8.1f%n", part.replace("|", " "), (double) bytes / events);
            }
            System.out.printf("  %-16s %8.1f%n", "all", (double) all / events);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String token(String secret, String business) throws Exception {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        long now = Instant.now().getEpochSecond();
        String head = encoder.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String claims = encoder.encodeToString(("{\"iss\":\"rapport\",\"sub\":\"key:bench\",\"origin\":\"server\",\"groups\":[\"events:write\",\"metrics:read\"],\"businesses\":[\""
                        + business + "\"],\"iat\":" + now + ",\"exp\":" + (now + 86_400) + "}")
                .getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
        return head + "." + claims + "." + encoder.encodeToString(mac.doFinal((head + "." + claims).getBytes(StandardCharsets.UTF_8)));
    }

    /** One plain INSERT with its commit for each request, on Vert.x as Quarkus has it, into a table with the same columns and keys. */
    private static final class Baseline implements AutoCloseable {
        private static final String COLUMNS = "business_id text, source text, id text, type text, occurred_at timestamptz, visitor_id text,"
                + " page_url text, page_title text, referrer text, user_agent text, language text, country text";

        private final List<Connection> connections = new ArrayList<>();
        private final java.util.concurrent.BlockingQueue<Connection> free = new java.util.concurrent.LinkedBlockingQueue<>();
        private final io.vertx.core.Vertx vertx = io.vertx.core.Vertx.vertx();
        private final io.vertx.core.http.HttpServer server;
        private final AtomicLong number = new AtomicLong();

        Baseline(String jdbc) throws Exception {
            try (Connection connection = DriverManager.getConnection(jdbc);
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists bare_event");
                statement.execute("create table bare_event (" + COLUMNS + ", primary key (business_id, source, id))");
                statement.execute("create index on bare_event (business_id, visitor_id, occurred_at)");
                statement.execute("create index on bare_event (business_id, type, occurred_at)");
            }
            for (int i = 0; i < 12; i++) {
                connections.add(DriverManager.getConnection(jdbc));
            }
            free.addAll(connections);
            var workers = vertx.createSharedWorkerExecutor("insert", CONNECTIONS);
            server = vertx.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> workers.executeBlocking(() -> insert(body), false)
                            .onSuccess(done -> request.response().setStatusCode(202).end("{}"))
                            .onFailure(failed -> request.response().setStatusCode(500).end())))
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        }

        int port() {
            return server.actualPort();
        }

        private Object insert(io.vertx.core.buffer.Buffer body) throws Exception {
            io.vertx.core.json.JsonObject event = body.toJsonObject();
            Connection connection = free.take();
            try (PreparedStatement statement =
                    connection.prepareStatement("insert into bare_event values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                fill(statement, event.getString("id"), event.getString("visitorId"), event.getJsonObject("page").getString("url"));
                statement.executeUpdate();
            } finally {
                free.add(connection);
            }
            return null;
        }

        private static void fill(PreparedStatement statement, String id, String visitor, String url) throws SQLException {
            Object[] values = {"b", "web", id, "page_view", java.time.OffsetDateTime.now(), visitor, url, "The page number 1", "https://www.google.com/",
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "en-GB", "IE"};
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        }

        /** Rows per second of statements with many rows, by four connections. */
        double multiRow(int size, int seconds) throws Exception {
            String sql = "insert into bare_event values " + String.join(", ", java.util.Collections.nCopies(size, "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
            long began = System.nanoTime();
            long end = began + seconds * 1_000_000_000L;
            AtomicLong rows = new AtomicLong();
            try (var threads = Executors.newFixedThreadPool(4)) {
                List<Callable<Void>> writers = new ArrayList<>();
                for (Connection connection : connections.subList(0, 4)) {
                    writers.add(() -> {
                        while (System.nanoTime() < end) {
                            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                                for (int i = 0; i < size; i++) {
                                    long n = number.getAndIncrement();
                                    Object[] values = {"b", "web", "m-" + n, "page_view", java.time.OffsetDateTime.now(), "visitor-" + n % 200_000,
                                        "https://shop.example/p/" + n % 200, "The page number 1", "https://www.google.com/",
                                        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "en-GB", "IE"};
                                    for (int j = 0; j < values.length; j++) {
                                        statement.setObject(i * values.length + j + 1, values[j]);
                                    }
                                }
                                statement.executeUpdate();
                                rows.addAndGet(size);
                            }
                        }
                        return null;
                    });
                }
                for (Future<Void> writer : threads.invokeAll(writers)) {
                    writer.get();
                }
            }
            return rows.get() / ((System.nanoTime() - began) / 1e9);
        }

        @Override
        public void close() throws Exception {
            server.close().toCompletionStage().toCompletableFuture().get();
            vertx.close().toCompletionStage().toCompletableFuture().get();
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }
}
