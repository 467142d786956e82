package io.rapport.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.http.ProblemResponse;
import io.rapport.frame.problem.ProblemType;
import io.rapport.frame.problem.Problems;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.net.URI;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One request's way through the proxy: the path that was checked is the path that is sent, the body is counted, and a service
 * that doesn't answer is named. Where a connection breaks off without an answer, the request is sent once more on a new one
 * if that can do no harm: it was turned away unread, or doing it twice is doing it once.
 */
final class Passage implements ProxyInterceptor {
    /** Where the router keeps the body, if somebody has read of it before. */
    static final String BODY = Passage.class.getName() + ".body";

    private static final Logger LOG = Logger.getLogger(Passage.class);

    private final RoutingContext context;
    private final Part part;
    private final long most;
    private final Supplier<Future<HttpClientRequest>> newConnection;
    private final MeterRegistry meters;
    private CountedBody body;

    Passage(
            RoutingContext context,
            Part part,
            long most,
            Supplier<Future<HttpClientRequest>> newConnection,
            MeterRegistry meters) {
        this.context = context;
        this.part = part;
        this.most = most;
        this.newConnection = newConnection;
        this.meters = meters;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        ProxyRequest request = proxy.request();
        request.setURI(context.normalizedPath() + Query.of(context));
        ReadStream<Buffer> read = context.get(BODY);
        body = new CountedBody(read == null ? request.getBody().stream() : read, most);
        request.setBody(Body.body(body, request.getBody().length()));
        return proxy.sendRequest()
                .compose(
                        response -> isUnread(response) ? again(proxy, response) : Future.succeededFuture(response),
                        failure -> mayRepeat(failure) ? again(proxy) : Future.failedFuture(failure))
                .compose(this::answered, failure -> instead(unanswered(failure)));
    }

    /** The service's problem, for somebody who can't read JSON. */
    private Future<ProxyResponse> shown(ProxyResponse response) {
        HttpProblem.Builder problem = HttpProblem.builder().withStatus(response.getStatusCode());
        String wait = response.headers().get(HttpHeaders.RETRY_AFTER);
        response.release();
        return instead((wait == null ? problem : problem.withHeader("Retry-After", wait)).build());
    }

    private static boolean isProblem(ProxyResponse response) {
        String type = response.headers().get("Content-Type");
        return type != null && type.startsWith(HttpProblem.MEDIA_TYPE.toString());
    }

    /** A service that is about to end turns away what still comes, without a problem document. */
    private static boolean isUnread(ProxyResponse response) {
        return response.getStatusCode() == 503 && !isProblem(response);
    }

    private boolean mayRepeat(Throwable failure) {
        return !(failure instanceof TimeoutException)
                && !context.response().closed()
                && body.whole().isPresent()
                && Repeatable.is(context.request(), context.normalizedPath());
    }

    private Future<ProxyResponse> again(ProxyContext proxy, ProxyResponse turnedAway) {
        turnedAway.release();
        return body.whole().isPresent() ? again(proxy) : instead(Problems.unavailable(part.label()));
    }

    private Future<ProxyResponse> again(ProxyContext proxy) {
        LOG.debugf("%s broke off; sending the request once more", part.label());
        proxy.request().setBody(Body.body(body.whole().orElseThrow()));
        return newConnection.get().compose(proxy.request()::send);
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        MultiMap headers = proxy.response().headers();
        HopByHop.strip(headers);
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, path(location));
        }
        return proxy.sendResponse();
    }

    /** A service puts its own address before a path, where no client gets to; the path alone is right at ours. */
    private static String path(String location) {
        URI uri = URI.create(location);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private Future<ProxyResponse> answered(ProxyResponse response) {
        int status = response.getStatusCode();
        boolean tokenRefused = status == 401 && isOurToken();
        if (status != 502 && status != 504 && !isUnread(response) && !tokenRefused) {
            return ProblemResponse.isPage(context) && isProblem(response)
                    ? shown(response)
                    : Future.succeededFuture(response);
        }
        failed("answer");
        LOG.errorf("%s answered %d to a request that the gateway had let in", part.label(), status);
        response.release();
        return instead(Problems.unavailable(part.label()));
    }

    /** A 401 means a bad signature where the client brings one, and otherwise that our own token was refused. */
    private boolean isOurToken() {
        return !context.normalizedPath().startsWith("/v1/webhooks/");
    }

    private HttpProblem unanswered(Throwable failure) {
        if (body.isTooLarge()) {
            return BodyRules.tooLarge(most);
        }
        boolean expectsMore = !body.hasEnded() && hasBody();
        if (expectsMore && failure instanceof TimeoutException) {
            return Problems.of(ProblemType.VALIDATION, "The body did not come in time.")
                    .withStatus(408)
                    .build();
        }
        failed(
                failure instanceof TimeoutException
                        ? "timeout"
                        : failure instanceof ConnectException ? "connect" : "broken");
        if (!context.response().closed()) {
            LOG.warnf("%s does not answer: %s", part.label(), failure);
        }
        return Problems.unavailable(part.label());
    }

    private void failed(String reason) {
        meters.counter("rapport.gateway.upstream.failures", "service", part.label(), "reason", reason)
                .increment();
    }

    private boolean hasBody() {
        return context.request().headers().contains("Content-Length")
                || context.request().headers().contains("Transfer-Encoding");
    }

    /** Answers with the problem; what the proxy would answer never comes. */
    private Future<ProxyResponse> instead(HttpProblem problem) {
        if (!context.response().closed()) {
            ProblemResponse.send(context, problem);
            Rest.discard(context.request(), most);
        }
        return Promise.<ProxyResponse>promise().future();
    }
}
