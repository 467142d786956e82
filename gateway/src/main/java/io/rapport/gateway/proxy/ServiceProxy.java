package io.rapport.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.http.LargestBody;
import io.rapport.frame.http.ProblemResponse;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;

/** Streams what the door has let in to the service that it is meant for, and the service's answer back. */
@ApplicationScoped
class ServiceProxy {
    private static final int AFTER_THE_DOOR = -800;
    private static final int LARGEST_HEADER = 65_536;

    /** Shorter than services drain (QUARKUS_SHUTDOWN_DELAY), so that none ends while we hold an idle connection to it. */
    private static final int IDLE_SECONDS = 4;

    private final ServicesConfig services;
    private final LargestBody largest;
    private final MeterRegistry meters;
    private final HttpClient client;
    private final HttpClient oneWay;

    ServiceProxy(Vertx vertx, ServicesConfig services, LargestBody largest, MeterRegistry meters) {
        this.services = services;
        this.largest = largest;
        this.meters = meters;
        this.client = vertx.createHttpClient(clientOptions(services), poolOptions(services));
        this.oneWay = vertx.createHttpClient(clientOptions(services).setKeepAlive(false), poolOptions(services));
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_DOOR).handler(this::pass);
    }

    @PreDestroy
    void close() {
        client.close();
        oneWay.close();
    }

    private void pass(RoutingContext context) {
        Part part = context.get(Part.OF_REQUEST);
        if (part == null) {
            context.next();
            return;
        }
        boolean file = largest.takesFiles(context.normalizedPath());
        long most =
                file ? largest.of(context.normalizedPath()) : services.maxBody().asLongValue();
        Duration patience = file ? services.fileTimeout() : services.timeout();
        HttpProblem problem = BodyRules.broken(context.request(), most);
        if (problem != null) {
            ProblemResponse.send(context, problem);
            Rest.discard(context.request(), most);
            return;
        }
        long began = System.nanoTime();
        context.addEndHandler(ended -> meters.timer("rapport.gateway.proxy", "service", part.label())
                .record(Duration.ofNanos(System.nanoTime() - began)));
        ForwardedHeaders.add(context.request(), services.countryHeader());
        HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(unused -> connect(client, part, patience).recover(refused -> again(refused, part, patience)))
                .addInterceptor(new Passage(context, part, most, () -> connectAgain(part, patience), meters))
                .handle(context.request());
    }

    /** Nothing was sent yet, and the next connection may lead to another replica. */
    private Future<HttpClientRequest> again(Throwable failure, Part part, Duration patience) {
        return failure instanceof ConnectException ? connectAgain(part, patience) : Future.failedFuture(failure);
    }

    private Future<HttpClientRequest> connectAgain(Part part, Duration patience) {
        meters.counter("rapport.gateway.repeated", "service", part.label()).increment();
        return connect(oneWay, part, patience);
    }

    private Future<HttpClientRequest> connect(HttpClient by, Part part, Duration patience) {
        URI url = services.url(part);
        return by.request(new RequestOptions()
                        .setHost(url.getHost())
                        .setPort(url.getPort() < 0 ? 80 : url.getPort())
                        .setConnectTimeout(services.connectTimeout().toMillis())
                        .setIdleTimeout(patience.toMillis()))
                // What goes wrong is told by the response's future; without this it would be logged once more.
                .map(request -> request.exceptionHandler(failure -> {}));
    }

    private static HttpClientOptions clientOptions(ServicesConfig services) {
        return new HttpClientOptions()
                .setKeepAlive(true)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setMaxWaitQueueSize(services.waiting())
                .setMaxHeaderSize(LARGEST_HEADER)
                .setConnectTimeout((int) services.connectTimeout().toMillis())
                .setTcpNoDelay(true);
    }

    private static PoolOptions poolOptions(ServicesConfig services) {
        return new PoolOptions().setHttp1MaxSize(services.connections());
    }
}
