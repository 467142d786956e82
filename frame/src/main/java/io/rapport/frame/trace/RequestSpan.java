package io.rapport.frame.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.vertx.core.http.HttpServerRequest;

/**
 * The span of a request. Made here and not by the framework's instrumentation, which would add path, query, address and agent
 * of the client: what a span holds is what is named in this package.
 */
final class RequestSpan {
    private RequestSpan() {}

    /** Begins it in the caller's trace, or in a new one, and makes it the current one for as long as the request lasts. */
    static Span begin(HttpServerRequest request) {
        Context caller = TraceParent.of(request.headers());
        Span span = GlobalOpenTelemetry.getTracer("io.rapport")
                .spanBuilder(RequestLog.method(request))
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", RequestLog.method(request))
                .startSpan();
        // Not closed: it is kept with the request's own context, and goes with it.
        caller.with(span).makeCurrent();
        // Whoever passes the request on passes this on.
        request.headers().set(TraceParent.HEADER, TraceParent.written(span));
        return span;
    }

    static void end(Span span, HttpServerRequest request, String route) {
        int status = request.response().getStatusCode();
        span.updateName(RequestLog.method(request) + " " + route)
                .setAttribute("http.route", route)
                .setAttribute("http.response.status_code", status);
        if (status >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
