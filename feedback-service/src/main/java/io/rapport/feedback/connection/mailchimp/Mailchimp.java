package io.rapport.feedback.connection.mailchimp;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.feedback.connection.Change;
import io.rapport.feedback.connection.Hmac;
import io.rapport.feedback.connection.InboundRequest;
import io.rapport.feedback.connection.Payloads;
import io.rapport.feedback.connection.Polling;
import io.rapport.feedback.connection.SecretText;
import io.rapport.feedback.connection.TimedSignature;
import io.rapport.feedback.connection.Verdict;
import io.rapport.feedback.connection.outside.Outside;
import io.rapport.frame.json.JsonInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an audience of Mailchimp's does: who unsubscribed, complained or could not be reached comes by webhook, signed or with
 * the secret in the address; what was sent, opened and clicked is asked for, where there is a key to do so.
 */
@ApplicationScoped
class Mailchimp implements Polling {
    static final String API_KEY = "apiKey";
    private static final String SIGNATURE = "X-Mailchimp-Signature";
    private static final String IN_ADDRESS = "secret";

    private final Payloads payloads;
    private final MailchimpReports reports;
    private final Clock clock;

    Mailchimp(Payloads payloads, Outside outside, Clock clock) {
        this.clock = clock;
        this.payloads = payloads;
        this.reports = new MailchimpReports(payloads, outside, type());
    }

    @Override
    public String type() {
        return "mailchimp";
    }

    @Override
    public SecretUse secretUse() {
        return SecretUse.OURS;
    }

    @Override
    public String newSecret() {
        return SecretText.random("");
    }

    @Override
    public Set<String> credentials() {
        return Set.of(API_KEY);
    }

    @Override
    public void check(JsonInput input) {
        JsonInput settings = input.child("settings");
        if (settings != null) {
            settings.text("source", 100);
            settings.bool("signed");
        }
    }

    @Override
    public Verdict verify(InboundRequest request, Access access, Instant now) {
        String wrong = access.options().flag("signed") && !request.isQuestion()
                ? TimedSignature.wrong(SIGNATURE, request.header(SIGNATURE), request.body(), access.secrets(), now)
                : wrongInAddress(request, access);
        if (wrong != null) {
            return new Verdict.Refused(wrong);
        }
        return request.isQuestion() || request.body().length == 0
                ? new Verdict.Answered("Rapport listens here.")
                : new Verdict.Genuine(Hmac.digest(request.body()));
    }

    /** A signed connection's address may be asked without the secret: whoever asks learns nothing by the answer. */
    private static String wrongInAddress(InboundRequest request, Access access) {
        if (access.options().flag("signed")) {
            return null;
        }
        String given = request.query().apply(IN_ADDRESS);
        boolean fits = Hmac.anyFits(given, access.secrets(), secret -> secret);
        return fits ? null : "The address must end in ?secret= and the connection's secret.";
    }

    @Override
    public List<Change> parse(Payload payload, ConnectionOptions options) {
        String source = options.setting("source", type());
        return payload.topic() == null
                ? List.of(MailchimpMessage.change(Form.of(payload.body()), source))
                : MailchimpReports.changes(payload.topic(), payloads.object(payload.body()), source);
    }

    @Override
    public boolean polls(Access access) {
        return access.credential(API_KEY) != null;
    }

    @Override
    public Polled poll(Access access, JsonNode cursor) {
        return reports.poll(access.credential(API_KEY), cursor, clock.instant());
    }

    @Override
    public String ask(Access access) {
        return polls(access)
                ? reports.ask(access.credential(API_KEY))
                : "without an apiKey openings and clicks are not asked for";
    }

    @Override
    public Optional<InboundRequest> sample(Access access, Instant now) {
        byte[] body =
                "type=unsubscribe&fired_at=2026-03-01+10%3A00%3A00&data%5Bemail%5D=nobody%40example.com&data%5Blist_id%5D=test"
                        .getBytes(StandardCharsets.UTF_8);
        String secret = access.secrets().getFirst();
        return Optional.of(new InboundRequest(
                "POST",
                "",
                Map.of(IN_ADDRESS, secret)::get,
                Map.of(SIGNATURE, TimedSignature.sign(body, secret, now))::get,
                body));
    }
}
