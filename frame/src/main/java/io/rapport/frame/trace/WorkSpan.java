package io.rapport.frame.trace;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A span of what a worker does for rows that requests have left to it. Where all come of one trace it goes on in that trace;
 * a batch of several has a trace of its own, which is linked to them.
 */
public final class WorkSpan {
    private static final int MOST_LINKS = 32;

    private WorkSpan() {}

    /** @param origins what {@link TraceParent#current()} was when each row was written; without any there is no span */
    public static <T> T around(String name, Collection<String> origins, Supplier<T> work) {
        List<SpanContext> traces = origins.stream()
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_LINKS)
                .map(TraceParent::read)
                .filter(SpanContext::isValid)
                .toList();
        return traces.isEmpty() ? work.get() : traced(builder(name, traces), work);
    }

    private static SpanBuilder builder(String name, List<SpanContext> traces) {
        SpanBuilder builder = GlobalOpenTelemetry.getTracer("io.rapport").spanBuilder(name);
        boolean one = traces.stream().map(SpanContext::getTraceId).distinct().count() == 1;
        if (one) {
            return builder.setParent(Context.root().with(Span.wrap(traces.getFirst())));
        }
        builder.setNoParent();
        traces.forEach(builder::addLink);
        return builder;
    }

    private static <T> T traced(SpanBuilder builder, Supplier<T> work) {
        Span span = builder.startSpan();
        try (Scope scope = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException failure) {
            // Not the exception itself, whose message may quote what somebody wrote.
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
            throw failure;
        } finally {
            span.end();
        }
    }
}
