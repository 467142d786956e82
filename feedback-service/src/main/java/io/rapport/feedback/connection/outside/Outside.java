package io.rapport.feedback.connection.outside;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.problem.Problems;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The one way to ask an outside source: with time-outs, a cap on the answer, no redirects, and no way into networks that aren't
 * public. What isn't answered is not asked again here; whoever asks says when, by {@link Unreachable}.
 */
@ApplicationScoped
public class Outside {
    private final OutsideConfig config;
    private final Clock clock;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("outside-", 0).factory());

    Outside(OutsideConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        Timeout timeout = Timeout.of(config.timeout());
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new GuardedNames(config.allowPrivate()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                // A source may have closed one that was kept since the last time.
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .build())
                        .setMaxConnPerRoute(8)
                        .setMaxConnTotal(64)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .setUserAgent("Rapport")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        watch.shutdownNow();
        http.close();
    }

    /**
     * What was answered: a status of 200 to 299, or 404 or 410.
     *
     * @param body as it came
     */
    public record Answer(int status, byte[] body) {
        public boolean isGone() {
            return status == 404 || status == 410;
        }
    }

    /** Where a source is asked: as the operator set it up, or else where it usually is; without a slash at its end. */
    public String base(String type, String usual) {
        String base = config.baseUrls().getOrDefault(type, usual);
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    public Answer get(String address, Map<String, String> headers) {
        URI uri = allowed(address);
        return send(uri, new HttpGet(uri), headers);
    }

    public Answer post(String address, Map<String, String> headers, Map<String, String> form) {
        URI uri = allowed(address);
        HttpPost post = new HttpPost(uri);
        List<BasicNameValuePair> pairs = form.entrySet().stream()
                .map(one -> new BasicNameValuePair(one.getKey(), one.getValue()))
                .toList();
        post.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
        return send(uri, post, headers);
    }

    /** Sends JSON, by POST or by PUT. */
    public Answer send(String method, String address, Map<String, String> headers, JsonNode body) {
        URI uri = allowed(address);
        HttpUriRequestBase request = new HttpUriRequestBase(method, uri);
        request.setEntity(new StringEntity(body.toString(), ContentType.APPLICATION_JSON));
        return send(uri, request, headers);
    }

    private URI allowed(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw Problems.validation(null, "The source's address is malformed.");
        }
        boolean scheme = "https".equals(uri.getScheme()) || config.allowHttp() && "http".equals(uri.getScheme());
        if (!scheme || uri.getHost() == null || uri.getUserInfo() != null) {
            throw Problems.validation(null, "The source's address must begin with https:// and a host.");
        }
        return uri;
    }

    private Answer send(URI uri, HttpUriRequestBase request, Map<String, String> headers) {
        headers.forEach(request::setHeader);
        request.setHeader("Accept", "application/json");
        ScheduledFuture<?> deadline =
                watch.schedule(request::cancel, config.longest().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(request, response -> answer(uri.getHost(), response));
        } catch (GuardedNames.NotPublic refused) {
            throw Problems.validation(null, refused.getMessage() + ", and so is not asked.");
        } catch (IOException failure) {
            // Only the kind of failure: messages may bear the address with a key in it.
            throw new Unreachable(
                    "No answer from " + uri.getHost() + " ("
                            + failure.getClass().getSimpleName() + ").",
                    null);
        } finally {
            deadline.cancel(false);
        }
    }

    private Answer answer(String host, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        byte[] body = response.getEntity() == null
                ? new byte[0]
                : read(response.getEntity().getContent(), host);
        if (status >= 200 && status < 300 || status == 404 || status == 410) {
            return new Answer(status, body);
        }
        String reason = host + " answers with status " + status + ".";
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            throw new Unreachable(reason, RetryAfter.read(header(response, "Retry-After"), clock.instant()));
        }
        throw Problems.validation(null, reason);
    }

    private byte[] read(InputStream content, String host) throws IOException {
        byte[] body = content.readNBytes(config.largest() + 1);
        if (body.length > config.largest()) {
            throw Problems.validation(null, host + " answers with more than " + config.largest() + " bytes.");
        }
        return body;
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** How long to wait before the next try, after so many. */
    public Duration pause(int attempts, Duration asked) {
        Duration pause = config.firstPause().multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        Duration own = pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
        return asked != null && asked.compareTo(own) > 0 ? asked : own;
    }
}
