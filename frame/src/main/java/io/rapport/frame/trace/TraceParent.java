package io.rapport.frame.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.vertx.core.MultiMap;
import java.net.http.HttpRequest;
import java.util.List;

/** A trace's way through what doesn't carry it by itself: rows of a queue, and calls of Java's own HTTP client. */
public final class TraceParent {
    static final String HEADER = "traceparent";
    private static final W3CTraceContextPropagator FORMAT = W3CTraceContextPropagator.getInstance();
    private static final TextMapSetter<String[]> INTO_ARRAY =
            (array, name, value) -> array[0] = value(name, value, array);
    private static final TextMapSetter<HttpRequest.Builder> INTO_REQUEST = HttpRequest.Builder::setHeader;

    private TraceParent() {}

    /** The current span as the W3C writes it; null without one that is recorded. */
    public static String current() {
        return Span.current().getSpanContext().isSampled() ? written(Span.current()) : null;
    }

    static String written(Span span) {
        String[] written = new String[1];
        FORMAT.inject(Context.root().with(span), written, INTO_ARRAY);
        return written[0];
    }

    /** The trace that a request is part of, if any. */
    static Context of(MultiMap headers) {
        String written = headers.get(HEADER);
        return written == null ? Context.root() : FORMAT.extract(Context.root(), written, new Written());
    }

    /** The span that was written so; an invalid one where it was nothing of the kind. */
    static SpanContext read(String written) {
        return Span.fromContext(FORMAT.extract(Context.root(), written, new Written()))
                .getSpanContext();
    }

    /** Sends the current trace and the request's id along with a call to another service. */
    public static HttpRequest.Builder onward(HttpRequest.Builder call) {
        FORMAT.inject(Context.current(), call, INTO_REQUEST);
        String request = RequestId.current();
        return request == null ? call : call.setHeader(RequestId.HEADER, request);
    }

    private static String value(String name, String value, String[] before) {
        return name.equals(HEADER) ? value : before[0];
    }

    private static final class Written implements TextMapGetter<String> {
        @Override
        public Iterable<String> keys(String written) {
            return List.of(HEADER);
        }

        @Override
        public String get(String written, String name) {
            return name.equals(HEADER) ? written : null;
        }
    }
}
