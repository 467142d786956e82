package io.rapport.feedback.connection.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.FeedbackDraft;
import io.rapport.feedback.connection.Fetching;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Replying;
import io.rapport.feedback.connection.Verdict;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reviews on Google. Pub/Sub pushes that there is a new or changed review, with a token that shows who pushes; the review itself
 * is fetched. Whatever order notices come in, the review's own time says which version holds.
 */
@ApplicationScoped
class GoogleBusinessProfile implements Fetching, Replying {
    private static final String API = "https://mybusiness.googleapis.com/v4";
    private static final String TOKENS = "https://oauth2.googleapis.com/token";
    private static final Pattern REVIEW = Pattern.compile("accounts/[\\w-]+/locations/[\\w-]+/reviews/[\\w=+-]+");
    private static final List<String> STARS = List.of("ONE", "TWO", "THREE", "FOUR", "FIVE");
    private static final BigDecimal MOST_STARS = BigDecimal.valueOf(5);
    private static final String BEARER = "Bearer ";

    private final Payloads payloads;
    private final Outside outside;
    private final GoogleKeys keys;

    GoogleBusinessProfile(Payloads payloads, Outside outside, GoogleKeys keys) {
        this.payloads = payloads;
        this.outside = outside;
        this.keys = keys;
    }

    @Override
    public String type() {
        return "google-business-profile";
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.NONE;
    }

    @Override
    public Set<String> credentials() {
        return Set.of("clientId", "clientSecret", "refreshToken");
    }

    @Override
    public Set<String> requiredCredentials() {
        return credentials();
    }

    @Override
    public void check(JsonInput input) {
        JsonInput settings = input.requiredChild("settings");
        if (settings != null) {
            settings.text("source", 100);
            settings.requiredText("serviceAccount", 200);
            settings.text("audience", 500);
        }
    }

    @Override
    public Verdict verify(InboundRequest request, Access access, Instant now) {
        String shown = request.header("Authorization");
        if (shown == null || !shown.startsWith(BEARER)) {
            return new Verdict.Refused(
                    "A token of Google's is required: switch authentication on for the subscription.");
        }
        String token = shown.substring(BEARER.length());
        String audience = access.options().setting("audience", access.address());
        String account = access.options().setting("serviceAccount", "");
        String wrong = PushToken.wrong(token, keys.with(PushToken.keyId(token)), audience, account, now);
        return wrong == null ? new Verdict.Genuine(messageId(request.body())) : new Verdict.Refused(wrong);
    }

    private String messageId(byte[] body) {
        try {
            String id = Payloads.text(payloads.object(body).at("/message/messageId"));
            return id == null || id.length() > 200 ? Hmac.digest(body) : id;
        } catch (RuntimeException unreadable) {
            return Hmac.digest(body);
        }
    }

    /** What is reviewed about: the name of the review, of a form that can be put into an address. */
    private String review(byte[] body) {
        String data = Payloads.required(payloads.object(body), "/message/data");
        JsonNode notice;
        try {
            notice = payloads.object(Base64.getDecoder().decode(data));
        } catch (IllegalArgumentException malformed) {
            throw Problems.validation("message.data", "must be base64");
        }
        String name = Payloads.text(notice.path("review"));
        String review = name == null ? Payloads.text(notice.path("name")) : name;
        return review != null && REVIEW.matcher(review).matches() ? review : null;
    }

    @Override
    public byte[] fetch(byte[] body, Access access) {
        String review = review(body);
        if (review == null) {
            return new byte[0];
        }
        Outside.Answer answer = outside.get(
                outside.base(type(), API) + "/" + review, Map.of("Authorization", BEARER + accessToken(access)));
        return answer.isGone() ? new byte[0] : answer.body();
    }

    private String accessToken(Access access) {
        Outside.Answer answer = outside.post(
                outside.base("google-tokens", TOKENS),
                Map.of(),
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", access.credential("clientId"),
                        "client_secret", access.credential("clientSecret"),
                        "refresh_token", access.credential("refreshToken")));
        return Payloads.required(payloads.object(answer.body()), "/access_token");
    }

    @Override
    public boolean replies(Access access) {
        return true;
    }

    /** Says what shall stand there, so that saying it twice is saying it once. */
    @Override
    public String reply(Reply reply, Access access) {
        if (!REVIEW.matcher(reply.feedback()).matches()) {
            throw Problems.validation(null, "It is no review of Google's.");
        }
        Outside.Answer answer = outside.send(
                "PUT",
                outside.base(type(), API) + "/" + reply.feedback() + "/reply",
                Map.of("Authorization", BEARER + accessToken(access)),
                JsonNodeFactory.instance.objectNode().put("comment", reply.text()));
        if (answer.isGone()) {
            throw Problems.validation(null, "Google has no such review any more.");
        }
        return null;
    }

    @Override
    public String ask(Access access) {
        accessToken(access);
        return "Google takes the refreshToken";
    }

    @Override
    public List<Change> parse(Payload payload, ConnectionOptions options) {
        String source = options.setting("source", "google");
        String name = review(payload.body());
        if (name == null) {
            return List.of(new Change.Passed("not about a review"));
        }
        if (payload.fetched() == null || payload.fetched().length == 0) {
            return List.of(payloads.deleted(source, name, null));
        }
        JsonNode review = payloads.object(payload.fetched());
        Instant updated = Payloads.instant(review.path("updateTime"), "updateTime");
        FeedbackDraft draft = new FeedbackDraft(
                        source, name, "review", Payloads.instant(review.path("createTime"), "createTime"))
                .text(Payloads.text(review.path("comment")))
                .author(Payloads.text(review.at("/reviewer/displayName")), null)
                .with("location", name.split("/")[3]);
        int stars = STARS.indexOf(review.path("starRating").asText()) + 1;
        if (stars > 0) {
            draft.rating(BigDecimal.valueOf(stars), BigDecimal.ONE, MOST_STARS);
        }
        return List.of(payloads.said(draft, updated));
    }
}
