package io.rapport.feedback.connection.mailchimp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.EventDraft;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Polling.Page;
import io.rapport.feedback.connection.Polling.Polled;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.frame.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Mailchimp's reports: to whom a campaign was sent, and who opened and clicked. A round goes through the campaigns of the last
 * weeks, each part of it page by page, for what is new since the round before; the cursor says where it is.
 */
final class MailchimpReports {
    private static final int PAGE = 500;
    private static final int MOST_CAMPAIGNS = 50;
    private static final Duration OVERLAP = Duration.ofHours(24);
    private static final Duration LOOKED_AT = Duration.ofDays(30);
    private static final String SENT_TO = "sent-to";
    private static final List<String> PARTS = List.of(SENT_TO, "email-activity");

    private final Payloads payloads;
    private final Outside outside;
    private final String type;

    MailchimpReports(Payloads payloads, Outside outside, String type) {
        this.payloads = payloads;
        this.outside = outside;
        this.type = type;
    }

    /**
     * Where a round is.
     *
     * @param since what happened before is known from earlier rounds
     * @param start when the round began
     * @param campaign by its place in the list, the newest first
     * @param part of the campaign's report
     * @param offset how much of that part was read
     */
    private record Place(Instant since, Instant start, int campaign, int part, int offset) {
        static Place of(JsonNode cursor, Instant now) {
            boolean known = cursor != null && cursor.hasNonNull("since");
            Instant since = known ? Instant.parse(cursor.path("since").asText()) : now.minus(LOOKED_AT);
            return known && cursor.hasNonNull("start")
                    ? new Place(
                            since,
                            Instant.parse(cursor.path("start").asText()),
                            cursor.path("campaign").asInt(),
                            cursor.path("part").asInt(),
                            cursor.path("offset").asInt())
                    : new Place(since, now, 0, 0, 0);
        }

        ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("since", since.toString())
                    .put("start", start.toString())
                    .put("campaign", campaign)
                    .put("part", part)
                    .put("offset", offset);
        }

        /** The next round reads a little of this one again: reports lag behind. */
        ObjectNode ended() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("since", start.minus(OVERLAP).toString());
        }

        Place after(boolean pageWasFull) {
            if (pageWasFull) {
                return new Place(since, start, campaign, part, offset + PAGE);
            }
            return part + 1 < PARTS.size()
                    ? new Place(since, start, campaign, part + 1, 0)
                    : new Place(since, start, campaign + 1, 0, 0);
        }
    }

    Polled poll(String key, JsonNode cursor, Instant now) {
        Place place = Place.of(cursor, now);
        String list = "/reports?count=1&sort_field=send_time&sort_dir=DESC&since_send_time="
                + now.minus(LOOKED_AT).truncatedTo(ChronoUnit.SECONDS) + "&offset=" + place.campaign;
        JsonNode campaigns = get(key, list).path("reports");
        if (campaigns.isEmpty() || place.campaign >= MOST_CAMPAIGNS) {
            return new Polled(List.of(), place.ended(), false);
        }
        ObjectNode campaign = JsonNodeFactory.instance.objectNode();
        campaign.put("id", Payloads.required(campaigns.get(0), "/id"));
        campaign.put("send_time", Payloads.required(campaigns.get(0), "/send_time"));
        boolean sentBefore =
                Payloads.instant(campaign.path("send_time"), "send_time").isBefore(place.since.minus(OVERLAP));
        if (place.part == 0 && sentBefore) {
            return new Polled(List.of(), place.after(false).json(), true);
        }
        return page(key, place, campaign);
    }

    private Polled page(String key, Place place, ObjectNode campaign) {
        String part = PARTS.get(place.part);
        String since = part.equals(SENT_TO) ? "" : "&since=" + place.since.truncatedTo(ChronoUnit.SECONDS);
        String path = "/reports/" + campaign.path("id").asText() + "/" + part;
        JsonNode page = get(key, path + "?count=" + PAGE + "&offset=" + place.offset + since);
        int rows = page.path(part.equals(SENT_TO) ? "sent_to" : "emails").size();
        ObjectNode kept = page.deepCopy();
        kept.set("campaign", campaign);
        byte[] body = payloads.bytes(kept);
        List<Page> pages = rows == 0 ? List.of() : List.of(new Page(Hmac.digest(body), part, body));
        return new Polled(pages, place.after(rows == PAGE).json(), true);
    }

    String ask(String key) {
        get(key, "/ping");
        return "the apiKey is taken";
    }

    private JsonNode get(String key, String path) {
        int dash = key.lastIndexOf('-');
        String centre = key.substring(dash + 1);
        if (dash < 0 || !centre.matches("[a-z]{2}\\d{1,3}")) {
            throw Problems.validation("credentials.apiKey", "must end in the data centre, such as -us21");
        }
        String base = outside.base(type, "https://" + centre + ".api.mailchimp.com/3.0");
        String basic = Base64.getEncoder().encodeToString(("rapport:" + key).getBytes(StandardCharsets.UTF_8));
        Outside.Answer answer = outside.get(base + path, Map.of("Authorization", "Basic " + basic));
        return answer.isGone() ? JsonNodeFactory.instance.objectNode() : payloads.object(answer.body());
    }

    static List<Change> changes(String part, JsonNode page, String source) {
        List<Change> changes = new ArrayList<>();
        String campaign = Payloads.required(page, "/campaign/id");
        Instant sentAt = Payloads.instant(page.at("/campaign/send_time"), "campaign.send_time");
        if (part.equals(SENT_TO)) {
            page.path("sent_to").forEach(row -> changes.addAll(sent(row, campaign, sentAt, source)));
        } else {
            for (JsonNode row : page.path("emails")) {
                for (JsonNode activity : row.path("activity")) {
                    changes.add(did(row, activity, campaign, source));
                }
            }
        }
        return changes;
    }

    private static List<Change> sent(JsonNode row, String campaign, Instant at, String source) {
        List<Change> changes = new ArrayList<>();
        changes.add(event(row, "sent", "email_sent", campaign, at, source).change());
        String outcome = row.path("status").asText().equals("sent") ? "email_delivered" : "email_bounced";
        changes.add(event(row, outcome, outcome, campaign, at, source).change());
        return changes;
    }

    private static Change did(JsonNode row, JsonNode activity, String campaign, String source) {
        String action = activity.path("action").asText();
        Instant at = Payloads.instant(activity.path("timestamp"), "activity.timestamp");
        String url = Payloads.text(activity.path("url"));
        String name = action + ":" + at + ":" + url;
        return switch (action) {
            case "open" ->
                event(row, name, "email_opened", campaign, at, source).change();
            case "click" ->
                event(row, name, "email_clicked", campaign, at, source)
                        .property("url", url)
                        .change();
            // What bounced is told with what was sent.
            default -> new Change.Passed("a " + action + " is not used");
        };
    }

    private static EventDraft event(
            JsonNode row, String name, String type, String campaign, Instant at, String source) {
        String email = Payloads.required(row, "/email_address").strip().toLowerCase(Locale.ROOT);
        String id = Hmac.digest(String.join("\n", campaign, email, name).getBytes(StandardCharsets.UTF_8));
        return new EventDraft(source, id, type, at)
                .with("channel", "email")
                .with("campaign", campaign)
                .property("recipient", email)
                .property("messageId", campaign + ":" + email);
    }
}
