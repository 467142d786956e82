import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Documents per second of StanfordCoreNLPServer and of sentiment-service, turn about in one run, each with two clients; of several
 * rounds the best counts, as other work on the machine only ever takes away. Run by bench/sentiment/speed.
 *
 * <p>The server takes one document a request; sentiment-service gets them one by one, too, and in batches as its clients send them.
 */
public final class Speed {
    private static final int CLIENTS = 2;
    private static final int BATCH = 50;
    private static final String SR = "\"parse.model\":\"edu/stanford/nlp/models/srparser/englishSR.ser.gz\"";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String stanford;
    private final String service;
    private final String token;

    /** Answers the texts from one to another, and says nothing. */
    private interface Reader {
        void read(List<String> texts) throws IOException, InterruptedException;
    }

    /** Who is measured, and in how many documents a round at most. */
    private record Contender(String name, int documents, int batch, Reader reader) {}

    private Speed(String stanford, String service, String secret) throws Exception {
        this.stanford = stanford;
        this.service = service;
        this.token = token(secret);
    }

    /** @param args the two addresses, the folder of the data, and how many rounds; RAPPORT_TOKEN_SECRET in the environment */
    public static void main(String[] args) throws Exception {
        Speed speed = new Speed(args[0], args[1], System.getenv("RAPPORT_TOKEN_SECRET"));
        Path data = Path.of(args[2]);
        int rounds = Integer.parseInt(args[3]);
        speed.measure("review", texts(data.resolve("amazon_polarity/reviews.tsv"), 1), rounds);
        speed.measure("post", texts(data.resolve("tweets_3class/twitter-2016train-A.tsv"), 2), rounds);
        System.exit(0);
    }

    private static List<String> texts(Path file, int column) throws IOException {
        return Files.readAllLines(file).stream()
                .map(row -> row.split("\t"))
                .filter(columns -> columns.length > column)
                .map(columns -> columns[column])
                .limit(2_000)
                .toList();
    }

    private List<Contender> contenders(String kind) {
        boolean reviews = kind.equals("review");
        int few = reviews ? 16 : 60;
        int some = reviews ? 60 : 200;
        return List.of(
                new Contender("(a) server, its default", few, 1, server("")),
                new Contender("(b) server, SR parser", some, 1, server("," + SR)),
                new Contender("(c) server, SR, no graphs", some, 1, server("," + SR + ",\"parse.buildgraphs\":\"false\"")),
                new Contender("(d) corenlp over HTTP", 20 * some, BATCH, ours("corenlp", kind)),
                new Contender("(d) the same, one by one", 10 * some, 1, ours("corenlp", kind)),
                new Contender("(e) default over HTTP", 20 * some, BATCH, ours("default", kind)));
    }

    private void measure(String kind, List<String> texts, int rounds) throws Exception {
        Map<String, Double> best = new LinkedHashMap<>();
        List<Contender> contenders = contenders(kind);
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : contenders) {
                double rate = rate(contender, texts);
                // The first round is for warming up.
                if (round > 0) {
                    best.merge(contender.name(), rate, Math::max);
                }
            }
        }
        double b = best.get("(b) server, SR parser");
        double c = best.get("(c) server, SR, no graphs");
        System.out.printf("%n%ss/s, best of %d rounds%n", kind, rounds);
        best.forEach((name, rate) ->
                System.out.printf("  %-28s %9.1f   %6.1f x (b)   %6.1f x (c)%n", name, rate, rate / b, rate / c));
    }

    private static double rate(Contender contender, List<String> texts) throws Exception {
        List<List<String>> batches = new ArrayList<>();
        for (int i = 0; i < contender.documents(); i += contender.batch()) {
            List<String> batch = new ArrayList<>();
            for (int j = i; j < i + contender.batch(); j++) {
                batch.add(texts.get(j % texts.size()));
            }
            batches.add(batch);
        }
        AtomicInteger next = new AtomicInteger();
        Callable<Void> client = () -> {
            for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
                contender.reader().read(batches.get(i));
            }
            return null;
        };
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            long begin = System.nanoTime();
            for (Future<Void> done : clients.invokeAll(java.util.Collections.nCopies(CLIENTS, client))) {
                done.get();
            }
            return contender.documents() / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private Reader server(String more) {
        String properties = "{\"annotators\":\"tokenize,pos,parse,sentiment\",\"outputFormat\":\"json\"" + more + "}";
        URI address = URI.create(stanford + "/?properties=" + URLEncoder.encode(properties, StandardCharsets.UTF_8));
        return texts -> ok(HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(texts.getFirst()))
                .build());
    }

    private Reader ours(String model, String kind) {
        return texts -> {
            StringBuilder body = new StringBuilder("{\"model\":\"" + model + "\",\"documents\":[");
            for (int i = 0; i < texts.size(); i++) {
                body.append(i == 0 ? "" : ",").append("{\"id\":\"").append(i).append("\",\"language\":\"en\",\"kind\":\"" + kind + "\",\"text\":");
                quote(texts.get(i), body);
                body.append('}');
            }
            ok(HttpRequest.newBuilder(URI.create(service + "/v1/sentiment"))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(body.append("]}").toString()))
                    .build());
        };
    }

    private static void ok(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        text.chars().forEach(c -> {
            if (c < ' ' || c == '"' || c == '\\') {
                to.append(String.format("\\u%04x", c));
            } else {
                to.append((char) c);
            }
        });
        to.append('"');
    }

    /** An internal token, as the services sign them; long enough for the whole run. */
    private static String token(String secret) throws Exception {
        long now = Instant.now().getEpochSecond();
        String head = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");
        String claims = base64(String.format(
                "{\"iss\":\"rapport\",\"sub\":\"bench\",\"groups\":[\"sentiment:read\"],\"businesses\":[],\"origin\":\"server\","
                        + "\"iat\":%d,\"exp\":%d,\"jti\":\"bench\"}",
                now, now + Duration.ofHours(2).toSeconds()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getUrlDecoder().decode(secret), "HmacSHA256"));
        byte[] signature = mac.doFinal((head + "." + claims).getBytes(StandardCharsets.US_ASCII));
        return head + "." + claims + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
