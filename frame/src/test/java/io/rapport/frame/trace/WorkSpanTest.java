package io.rapport.frame.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkSpanTest {
    private static final String WRITTEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aTraceIsReadAsItWasWritten() {
        try (Scope scope = Span.wrap(TraceParent.read(WRITTEN)).makeCurrent()) {
            assertThat(TraceParent.current()).isEqualTo(WRITTEN);
        }
    }

    @Test
    void whatIsNotRecordedIsNotWritten() {
        assertThat(TraceParent.current()).isNull();
        try (Scope scope =
                Span.wrap(TraceParent.read(WRITTEN.replaceFirst("01$", "00"))).makeCurrent()) {
            assertThat(TraceParent.current()).isNull();
        }
    }

    @Test
    void workIsDoneWhateverTheRowsSay() {
        assertThat(WorkSpan.around("work", List.of(), () -> "done")).isEqualTo("done");
        assertThat(WorkSpan.around("work", Arrays.asList(null, "nonsense", WRITTEN), () -> "done"))
                .isEqualTo("done");
    }
}
