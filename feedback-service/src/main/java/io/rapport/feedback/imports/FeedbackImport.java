package io.rapport.feedback.imports;

import io.rapport.feedback.business.Businesses;
import io.rapport.feedback.review.FeedbackReader;
import io.rapport.feedback.review.FeedbackStore;
import io.rapport.feedback.review.TakenBack;
import io.rapport.frame.database.BusinessScope;
import io.rapport.frame.imports.DataImport;
import io.rapport.frame.imports.Facts;
import io.rapport.frame.imports.ImportTarget;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Files of what customers say: their rows go the way of all feedback, and are taken back together. */
@ApplicationScoped
class FeedbackImport implements ImportTarget {
    static final String KIND = "feedback";
    private static final int AT_ONCE = 500;

    private final FeedbackReader reader;
    private final FeedbackStore store;
    private final TakenBack takenBack;
    private final Businesses businesses;
    private final BusinessScope scope;

    FeedbackImport(
            FeedbackReader reader,
            FeedbackStore store,
            TakenBack takenBack,
            Businesses businesses,
            BusinessScope scope) {
        this.reader = reader;
        this.store = store;
        this.takenBack = takenBack;
        this.businesses = businesses;
        this.scope = scope;
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public String prefix() {
        return "imf_";
    }

    @Override
    public ZoneId zone(String business) {
        return businesses.zone(business);
    }

    @Override
    public Facts facts(DataImport one, Instant now) {
        return new ImportedFeedback(one, reader, store, scope);
    }

    @Override
    public boolean takeBack(DataImport one, Instant now) {
        return scope.call(
                Set.of(one.business()), () -> takenBack.some(one.business(), one.recordedBy(), AT_ONCE) == AT_ONCE);
    }
}
