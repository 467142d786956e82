package io.rapport.feedback.connection.trustpilot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.FeedbackDraft;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Polling;
import io.rapport.feedback.connection.Replying;
import io.rapport.feedback.connection.Verdict;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reviews on Trustpilot, which doesn't call: they are asked for, the newest first, back to where the round before began and
 * thirty days more, in which people may still change what they wrote. What is no longer there in two such rounds is deleted.
 */
@ApplicationScoped
class Trustpilot implements Polling, Replying {
    private static final String API = "https://api.trustpilot.com/v1";
    private static final String API_KEY = "apiKey";
    private static final String API_SECRET = "apiSecret";
    private static final Pattern REVIEW = Pattern.compile("[0-9A-Za-z]{1,50}");
    private static final String GONE = "gone";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 1_000;
    private static final int PAGES_IN_MIND = 50;
    private static final Duration EDITED_WITHIN = Duration.ofDays(30);
    private static final BigDecimal MOST_STARS = BigDecimal.valueOf(5);

    private final Payloads payloads;
    private final Outside outside;
    private final Clock clock;

    Trustpilot(Payloads payloads, Outside outside, Clock clock) {
        this.payloads = payloads;
        this.outside = outside;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "trustpilot";
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.NONE;
    }

    @Override
    public Set<String> credentials() {
        return Set.of(API_KEY, API_SECRET);
    }

    @Override
    public Set<String> requiredCredentials() {
        return Set.of(API_KEY);
    }

    @Override
    public void check(JsonInput input) {
        JsonInput settings = input.requiredChild("settings");
        if (settings != null) {
            settings.text("source", 100);
            String unit = settings.requiredText("businessUnitId", 100);
            if (unit != null && !unit.matches("[0-9A-Za-z]+")) {
                settings.refuse("businessUnitId", "must be letters and digits, as in Trustpilot's API");
            }
            settings.text("businessUserId", 100);
        }
    }

    @Override
    public Verdict verify(InboundRequest request, Access access, Instant now) {
        return new Verdict.Refused("Trustpilot is asked; nothing is taken at this address.");
    }

    /**
     * How far a round is.
     *
     * @param page the next one
     * @param newest how new the newest is
     * @param known how new the newest of the round before was
     * @param seen what the first pages were when they were last read, by their number
     * @param listed which reviews there were
     */
    private record Place(int page, String newest, String known, ObjectNode seen, Listed listed) {
        static Place of(JsonNode cursor) {
            if (cursor == null || cursor.isNull()) {
                return new Place(1, null, null, JsonNodeFactory.instance.objectNode(), Listed.of(null));
            }
            return new Place(
                    cursor.path("page").asInt(1),
                    Payloads.text(cursor.path("newest")),
                    Payloads.text(cursor.path("known")),
                    cursor.path("seen").deepCopy(),
                    Listed.of(cursor.path("listed")));
        }

        /** Whether the page is other than it was the last time; what it is now is kept in mind. */
        boolean isNews(String digest) {
            boolean news = !digest.equals(seen.path(Integer.toString(page)).asText());
            if (page <= PAGES_IN_MIND) {
                seen.put(Integer.toString(page), digest);
            }
            return news;
        }

        JsonNode json() {
            ObjectNode cursor = JsonNodeFactory.instance.objectNode();
            cursor.put("page", page).put("newest", newest).put("known", known).set("seen", seen);
            cursor.set("listed", listed.json());
            return cursor;
        }
    }

    @Override
    public Polled poll(Access access, JsonNode cursor) {
        Place place = Place.of(cursor);
        Outside.Answer answer = ask(access, place.page, PAGE);
        JsonNode reviews = payloads.object(answer.body()).path("reviews");
        String newest = place.newest == null && !reviews.isEmpty()
                ? Payloads.text(reviews.get(0).path("createdAt"))
                : place.newest;
        boolean last = reviews.size() < PAGE || place.page >= MOST_PAGES || reaches(reviews, place.known);
        String digest = Hmac.digest(answer.body());
        // Named by the time, too: what was edited and put back is not what was read before the edit.
        List<Page> pages = new ArrayList<>();
        if (!reviews.isEmpty() && place.isNews(digest)) {
            pages.add(new Page(digest + ":" + clock.millis(), "reviews", answer.body()));
        }
        place.listed.see(reviews);
        if (last) {
            gone(place.listed.end()).ifPresent(pages::add);
        }
        Place next = last
                ? new Place(1, null, newest == null ? place.known : newest, place.seen, place.listed)
                : new Place(place.page + 1, newest, place.known, place.seen, place.listed);
        return new Polled(pages, next.json(), !last);
    }

    private Optional<Page> gone(List<String> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ids.forEach(body.putArray(GONE)::add);
        return Optional.of(new Page(GONE + ":" + clock.millis(), GONE, payloads.bytes(body)));
    }

    private static boolean reaches(JsonNode reviews, String known) {
        if (known == null) {
            return false;
        }
        Instant until = Instant.parse(known).minus(EDITED_WITHIN);
        JsonNode oldest = reviews.get(reviews.size() - 1);
        return Payloads.instant(oldest.path("createdAt"), "createdAt").isBefore(until);
    }

    private Outside.Answer ask(Access access, int page, int size) {
        String unit = access.options().setting("businessUnitId", "");
        return outside.get(
                outside.base(type(), API) + "/business-units/" + unit + "/reviews?orderBy=createdat.desc&perPage="
                        + size + "&page=" + page,
                Map.of("apikey", access.credential(API_KEY)));
    }

    @Override
    public boolean replies(Access access) {
        return access.credential(API_SECRET) != null;
    }

    /** Looks first, since Trustpilot takes a reply twice, and has one for each review. */
    @Override
    public String reply(Reply reply, Access access) {
        if (!REVIEW.matcher(reply.feedback()).matches()) {
            throw Problems.validation(null, "It is no review of Trustpilot's.");
        }
        String review = outside.base(type(), API) + "/private/reviews/" + reply.feedback();
        Map<String, String> headers = Map.of("Authorization", "Bearer " + accessToken(access));
        Outside.Answer found = outside.get(review, headers);
        if (found.isGone()) {
            throw Problems.validation(null, "Trustpilot has no such review any more.");
        }
        String there = Payloads.text(payloads.object(found.body()).at("/companyReply/text"));
        if (there != null && !there.strip().equals(reply.text().strip())) {
            throw Problems.validation(null, "Another reply stands there: change it on Trustpilot.");
        }
        if (there == null) {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", reply.text());
            String author = access.options().setting("businessUserId", null);
            outside.send(
                    "POST",
                    review + "/reply",
                    headers,
                    author == null ? body : body.put("authorBusinessUserId", author));
        }
        return null;
    }

    private String accessToken(Access access) {
        String basic = Base64.getEncoder()
                .encodeToString((access.credential(API_KEY) + ":" + access.credential(API_SECRET))
                        .getBytes(StandardCharsets.UTF_8));
        Outside.Answer answer = outside.post(
                outside.base(type(), API) + "/oauth/oauth-business-users-for-applications/accesstoken",
                Map.of("Authorization", "Basic " + basic),
                Map.of("grant_type", "client_credentials"));
        return Payloads.required(payloads.object(answer.body()), "/access_token");
    }

    @Override
    public String ask(Access access) {
        return ask(access, 1, 1).isGone() ? "Trustpilot knows no such businessUnitId" : "Trustpilot takes the apiKey";
    }

    @Override
    public List<Change> parse(Payload payload, ConnectionOptions options) {
        String source = options.setting("source", type());
        List<Change> changes = new ArrayList<>();
        for (JsonNode id : payloads.object(payload.body()).path(GONE)) {
            changes.add(payloads.deleted(source, id.asText(), null));
        }
        for (JsonNode review : payloads.object(payload.body()).path("reviews")) {
            changes.add(change(review, source));
        }
        return changes;
    }

    private Change change(JsonNode review, String source) {
        String title = Payloads.text(review.path("title"));
        String text = Payloads.text(review.path("text"));
        FeedbackDraft draft = new FeedbackDraft(
                        source,
                        Payloads.required(review, "/id"),
                        "review",
                        Payloads.instant(review.path("createdAt"), "createdAt"))
                .text(title == null || title.equals(text) ? text : text == null ? title : title + "\n\n" + text)
                .author(Payloads.text(review.at("/consumer/displayName")), null)
                .with("language", Payloads.text(review.path("language")))
                .with("location", Payloads.text(review.at("/location/name")));
        if (review.path("stars").isIntegralNumber()) {
            draft.rating(review.path("stars").decimalValue(), BigDecimal.ONE, MOST_STARS);
        }
        // Unnumbered: pages come in the order in which they were asked for, and what is other than before is the next
        // version.
        return payloads.said(draft);
    }
}
