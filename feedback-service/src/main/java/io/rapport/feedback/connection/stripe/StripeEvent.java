package io.rapport.feedback.connection.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.EventDraft;
import io.rapport.feedback.connection.Payloads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One event of Stripe's, and what it means here. */
final class StripeEvent {
    private static final Set<String> RUNNING = Set.of("active", "trialing", "past_due");

    private final String source;
    private final String type;
    private final Instant at;
    private final JsonNode object;
    private final JsonNode before;

    StripeEvent(JsonNode event, String source) {
        this.source = source;
        this.type = Payloads.required(event, "/type");
        this.at = Payloads.seconds(event.path("created"), "created");
        this.object = event.at("/data/object");
        this.before = event.at("/data/previous_attributes");
        Payloads.required(event, "/data/object/id");
    }

    List<Change> changes() {
        return switch (type) {
            case "charge.succeeded", "charge.captured" -> charge();
            case "refund.created", "refund.updated", "charge.refund.updated" -> refund();
            case "customer.subscription.created" -> isRunning() ? subscription("started") : passed("not yet active");
            case "customer.subscription.updated" -> subscriptionUpdated();
            case "customer.subscription.deleted" -> subscription("cancelled");
            case "invoice.paid", "invoice.payment_succeeded" -> invoice();
            case "customer.created", "customer.updated" -> customer();
            default -> passed(type + " is not used");
        };
    }

    /** Money that was only set aside is taken, or not, later. */
    private List<Change> charge() {
        if (!object.path("captured").asBoolean(true)) {
            return passed("the charge is not captured yet");
        }
        long amount =
                object.path("amount_captured").asLong(object.path("amount").asLong());
        String id = object.path("id").asText();
        String intent = Payloads.text(object.path("payment_intent"));
        Instant paidAt = object.has("created") ? Payloads.seconds(object.path("created"), "data.object.created") : at;
        List<Change> changes = new ArrayList<>();
        changes.add(draft("purchase:" + id, "purchase", paidAt)
                .with("customerId", customerId())
                .with("channel", "online_store")
                .value(StripeMoney.amount(amount, currency()), currency())
                .property("orderId", intent == null ? id : intent)
                .property("chargeId", id)
                .change());
        identify(changes, Payloads.text(object.path("customer")), email(), paidAt);
        return changes;
    }

    private List<Change> refund() {
        String status = Payloads.text(object.path("status"));
        if (status != null && !status.equals("succeeded")) {
            return passed("the refund is " + status);
        }
        String charge = Payloads.text(object.path("charge"));
        String intent = Payloads.text(object.path("payment_intent"));
        Instant refundedAt =
                object.has("created") ? Payloads.seconds(object.path("created"), "data.object.created") : at;
        return List.of(draft("refund:" + object.path("id").asText(), "refund", refundedAt)
                .with("customerId", Payloads.text(object.path("customer")))
                .with("channel", "online_store")
                .value(StripeMoney.amount(object.path("amount").asLong(), currency()), currency())
                .property("orderId", intent == null ? charge : intent)
                .property("chargeId", charge)
                .property("reason", Payloads.text(object.path("reason")))
                .change());
    }

    private List<Change> subscriptionUpdated() {
        String was = Payloads.text(before.path("status"));
        if (was != null && !RUNNING.contains(was) && isRunning()) {
            return subscription("started");
        }
        boolean otherPlan = before.has("items") || before.has("plan") || before.has("quantity");
        return otherPlan && isRunning() ? subscription("changed") : passed("nothing of the plan changed");
    }

    private List<Change> subscription(String what) {
        String id = object.path("id").asText();
        // It starts and ends once, but may change often.
        String eventId = what + ":" + id + (what.equals("changed") ? ":" + at.getEpochSecond() : "");
        StripePlan plan = StripePlan.of(object);
        Instant when = what.equals("cancelled") && object.path("ended_at").isNumber()
                ? Payloads.seconds(object.path("ended_at"), "data.object.ended_at")
                : at;
        return List.of(draft(eventId, "subscription_" + what, when)
                .with("customerId", customerId())
                .value(plan.amount(), plan.currency())
                .property("subscriptionId", id)
                .property("plan", plan.name())
                .property("period", plan.period())
                .property("reason", Payloads.text(object.at("/cancellation_details/feedback")))
                .change());
    }

    private List<Change> invoice() {
        String subscription = Payloads.text(object.path("subscription"));
        if (subscription == null) {
            subscription = Payloads.text(object.at("/parent/subscription_details/subscription"));
        }
        if (subscription == null
                || !"subscription_cycle".equals(object.path("billing_reason").asText())) {
            return passed("not the renewal of a subscription");
        }
        JsonNode line = object.at("/lines/data/0/period");
        int months = line.isObject()
                ? StripePlan.months(
                        line.path("end").asLong() - line.path("start").asLong())
                : 1;
        StripePlan plan = StripePlan.of(object.path("amount_paid").asLong(), currency(), months, null);
        return List.of(draft("renewed:" + object.path("id").asText(), "subscription_renewed", at)
                .with("customerId", customerId())
                .value(plan.amount(), plan.currency())
                .property("subscriptionId", subscription)
                .property("period", plan.period())
                .change());
    }

    private List<Change> customer() {
        List<Change> changes = new ArrayList<>();
        identify(changes, object.path("id").asText(), Payloads.text(object.path("email")), at);
        return changes.isEmpty() ? passed("a customer without an e-mail address") : changes;
    }

    private static void identify(List<Change> changes, String customer, String email, Instant at) {
        if (customer != null && email != null && email.length() <= 200) {
            changes.add(EventDraft.identified(email, customer, at));
        }
    }

    private EventDraft draft(String id, String eventType, Instant when) {
        return new EventDraft(source, id, eventType, when);
    }

    /** A guest is known by the address alone. */
    private String customerId() {
        String customer = Payloads.text(object.path("customer"));
        String email = email();
        return customer != null || email == null ? customer : email.strip().toLowerCase(Locale.ROOT);
    }

    private String email() {
        String billing = Payloads.text(object.at("/billing_details/email"));
        return billing == null ? Payloads.text(object.path("receipt_email")) : billing;
    }

    private String currency() {
        return Payloads.text(object.path("currency"));
    }

    private boolean isRunning() {
        return RUNNING.contains(object.path("status").asText("active"));
    }

    private static List<Change> passed(String reason) {
        return List.of(new Change.Passed(reason));
    }
}
