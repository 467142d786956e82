package io.rapport.feedback.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.rapport.feedback.review.FeedbackContent;
import io.rapport.feedback.review.FeedbackReader;
import io.rapport.feedback.review.FeedbackStore;
import io.rapport.feedback.review.Provenance;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.imports.DataImport;
import io.rapport.frame.imports.Facts;
import io.rapport.frame.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Feedback that rows say. */
final class ImportedFeedback implements Facts {
    private final DataImport one;
    private final FeedbackReader reader;
    private final FeedbackStore store;
    private final BusinessScope scope;
    private final List<FeedbackContent> contents = new ArrayList<>();

    ImportedFeedback(DataImport one, FeedbackReader reader, FeedbackStore store, BusinessScope scope) {
        this.one = one;
        this.reader = reader;
        this.store = store;
        this.scope = scope;
    }

    @Override
    public void add(ObjectNode fact) {
        contents.add(reader.one(FeedbackRow.of(fact)));
    }

    @Override
    public void store(Beside beside) {
        scope.run(
                Set.of(one.business()), () -> QuarkusTransaction.requiringNew().run(() -> beside.store(stored())));
    }

    private Stored stored() {
        if (contents.isEmpty()) {
            return new Stored(0);
        }
        Map<Integer, List<FieldError>> refused = new HashMap<>();
        FeedbackStore.Count count = store.store(
                one.business(),
                contents,
                new Provenance(one.recordedBy(), "server"),
                (place, conflict) ->
                        refused.put(place, List.of(new FieldError(null, "revision", conflict.getDetail()))));
        return new Stored(count.accepted(), refused);
    }
}
