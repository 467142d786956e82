package io.rapport.feedback.connection.mailchimp;

import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.EventDraft;
import io.rapport.feedback.connection.Hmac;
import io.rapport.frame.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** One message of Mailchimp's about a member of an audience. */
final class MailchimpMessage {
    private static final DateTimeFormatter FIRED_AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private MailchimpMessage() {}

    static Change change(Form form, String source) {
        String type = form.get("type");
        if (type == null) {
            throw Problems.validation("type", "is required");
        }
        return switch (type) {
            case "unsubscribe" ->
                "abuse".equals(form.get("data[reason]"))
                        ? event(form, source, "email_complained")
                        : event(form, source, "email_unsubscribed");
            case "cleaned" ->
                event(form, source, "abuse".equals(form.get("data[reason]")) ? "email_complained" : "email_bounced");
            case "subscribe" -> event(form, source, "consent_given");
            default -> new Change.Passed(type + " is not used");
        };
    }

    private static Change event(Form form, String source, String type) {
        String email = form.get("data[email]");
        if (email == null) {
            throw Problems.validation("data[email]", "is required");
        }
        String list = form.get("data[list_id]");
        EventDraft draft = new EventDraft(source, id(form, email, list), type, firedAt(form))
                .with("channel", "email")
                .with("campaign", form.get("data[campaign_id]"))
                .property("recipient", email.strip().toLowerCase(Locale.ROOT))
                .property("list", list)
                .property("reason", form.get("data[reason]"));
        return (type.equals("consent_given") ? draft.property("purpose", "email") : draft).change();
    }

    /** There is no id of the message: it is what it says. */
    private static String id(Form form, String email, String list) {
        String what =
                String.join("\n", form.get("type"), String.valueOf(form.get("fired_at")), email, String.valueOf(list));
        return Hmac.digest(what.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant firedAt(Form form) {
        try {
            return LocalDateTime.parse(String.valueOf(form.get("fired_at")), FIRED_AT)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException malformed) {
            throw Problems.validation("fired_at", "must be a time such as 2026-03-01 10:00:00");
        }
    }
}
