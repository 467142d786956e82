package io.rapport.feedback.review;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.database.BusinessScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Writes all feedback that a list would show, a page at a time: neither memory nor a transaction grows with it. */
@ApplicationScoped
class FeedbackExport {
    private static final String HEADER = Csv.row(
            "id",
            "source",
            "kind",
            "occurredAt",
            "text",
            "stars",
            "recommends",
            "author",
            "customerId",
            "visitorId",
            "channel",
            "language",
            "url",
            "page",
            "touchpoint",
            "product",
            "location",
            "surveyId",
            "surveyScore",
            "label",
            "score",
            "reply",
            "answeredAt",
            "replyState",
            "state",
            "assignee",
            "tags");

    private final FeedbackList list;
    private final BusinessScope scope;
    private final ObjectMapper json;

    FeedbackExport(FeedbackList list, BusinessScope scope, ObjectMapper json) {
        this.list = list;
        this.scope = scope;
        this.json = json;
    }

    private interface Sink {
        void take(FeedbackItem item) throws IOException;
    }

    void csv(String business, FeedbackFilter filter, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(HEADER);
        each(business, filter, item -> writer.write(row(item)));
        writer.flush();
    }

    void json(String business, FeedbackFilter filter, OutputStream out) throws IOException {
        JsonGenerator generator = json.getFactory().createGenerator(out);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.writeStartArray();
        each(business, filter, generator::writePOJO);
        generator.writeEndArray();
        generator.flush();
    }

    private void each(String business, FeedbackFilter filter, Sink sink) throws IOException {
        FeedbackFilter here = filter;
        while (here != null) {
            FeedbackFilter asked = here;
            FeedbackPage page = scope.call(Set.of(business), () -> list.page(business, asked));
            for (FeedbackItem item : page.items()) {
                sink.take(item);
            }
            here = page.next() == null ? null : filter.from(FeedbackCursor.decoded(page.next()));
        }
    }

    private static String row(FeedbackItem item) {
        JsonNode reading = item.reading();
        return Csv.row(
                item.id(),
                item.source(),
                item.kind(),
                item.occurredAt(),
                item.text(),
                item.rating() == null ? null : item.rating().stars(),
                item.rating() == null ? null : item.rating().recommends(),
                item.author() == null ? null : item.author().name(),
                item.author() == null ? null : item.author().customerId(),
                item.visitorId(),
                item.channel(),
                item.language(),
                item.url(),
                item.page(),
                item.touchpoint(),
                item.product(),
                item.location(),
                item.survey() == null ? null : item.survey().id(),
                item.survey() == null ? null : item.survey().score(),
                reading == null ? null : reading.path("label").textValue(),
                reading == null ? null : reading.path("score").numberValue(),
                item.reply() == null ? null : item.reply().text(),
                item.reply() == null ? null : item.reply().at(),
                item.reply() == null ? null : item.reply().state(),
                item.handling().state(),
                item.handling().assignee(),
                String.join(" ", item.handling().tags()));
    }
}
