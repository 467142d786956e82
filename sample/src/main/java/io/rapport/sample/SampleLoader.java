package io.rapport.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Brings the sample business in over the public API, as any client would.
 *
 * <p>{@link #create} makes a new business each time; {@link #load} may be repeated, after a crash for instance: the same
 * facts are counted once.
 */
public final class SampleLoader {
    static final int EVENTS_A_CALL = 1000;
    static final int FEEDBACK_A_CALL = 250;
    private static final int CALLS_IN_FLIGHT = 4;

    private final ApiClient api;
    private final String adminKey;
    private final Progress progress;
    private final InFlight inFlight = new InFlight(CALLS_IN_FLIGHT);

    public SampleLoader(URI baseUrl, String adminKey) {
        this(baseUrl, adminKey, (kind, done, total) -> {});
    }

    public SampleLoader(URI baseUrl, String adminKey, Progress progress) {
        this(new ApiClient(baseUrl, Thread::sleep), adminKey, progress);
    }

    SampleLoader(ApiClient api, String adminKey, Progress progress) {
        this.api = api;
        this.adminKey = adminKey;
        this.progress = progress;
    }

    /** Creates the business and its survey, still without facts. */
    public BusinessKeys create(SampleBusiness sample) {
        JsonNode business = api.create(adminKey, "/v1/businesses", sample.profile());
        String secretKey = text(business, "secretKey", "/v1/businesses");
        JsonNode survey = api.create(secretKey, "/v1/surveys", sample.survey());
        return new BusinessKeys(
                text(business, "id", "/v1/businesses"),
                secretKey,
                text(business, "publishableKey", "/v1/businesses"),
                text(survey, "id", "/v1/surveys"));
    }

    /** Posts all facts of the sample. What was said goes first: reading it takes longest. */
    public void load(SampleBusiness sample, BusinessKeys keys) {
        String key = keys.secretKey();
        String responses = "/v1/surveys/" + keys.surveyId() + "/responses";
        inBatches("feedback", sample.feedback(), FEEDBACK_A_CALL, batch -> api.send(key, "/v1/feedback", batch));
        oneByOne("survey answers", sample.answers(), answer -> api.send(key, responses, answer));
        oneByOne("identities", sample.identities(), link -> api.send(key, "/v1/identify", link));
        inBatches(
                "measurements",
                sample.measurements(),
                EVENTS_A_CALL,
                batch -> api.send(key, "/v1/measurements", batch));
        inBatches("events", sample.events(), EVENTS_A_CALL, batch -> api.send(key, "/v1/events", batch));
    }

    private <T> void oneByOne(String kind, List<T> facts, Consumer<T> send) {
        each(kind, facts, fact -> 1, send);
    }

    private <T> void inBatches(String kind, List<T> facts, int size, Consumer<List<T>> send) {
        List<List<T>> batches = new ArrayList<>();
        for (int start = 0; start < facts.size(); start += size) {
            batches.add(facts.subList(start, Math.min(start + size, facts.size())));
        }
        each(kind, batches, List::size, send);
    }

    private <C> void each(String kind, List<C> calls, ToIntFunction<C> size, Consumer<C> send) {
        Count count = new Count(kind, calls.stream().mapToInt(size).sum());
        inFlight.each(calls, call -> {
            send.accept(call);
            count.add(size.applyAsInt(call));
        });
    }

    private static String text(JsonNode answer, String member, String path) {
        JsonNode value = answer.path(member);
        if (!value.isTextual()) {
            throw new LoadFailure("POST " + path + " answered without \"" + member + "\"", 0);
        }
        return value.asText();
    }

    private final class Count {
        private final String kind;
        private final int total;
        private int done;

        Count(String kind, int total) {
            this.kind = kind;
            this.total = total;
        }

        synchronized void add(int more) {
            done += more;
            progress.report(kind, done, total);
        }
    }
}
