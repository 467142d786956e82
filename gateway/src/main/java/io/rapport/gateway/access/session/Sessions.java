package io.rapport.gateway.access.session;

import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Scopes;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Links that open a session once, and sessions: for the page that the gateway itself serves. All of it blocks. */
@ApplicationScoped
public class Sessions {
    /** As long as this a session lives without being used. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** As long as this it lives at most. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration LINK = Duration.ofMinutes(10);
    private static final int MOST = 1_000;
    /** What a dashboard reads. */
    public static final Set<String> VIEWING = Set.of(Scopes.METRICS_READ, Scopes.FEEDBACK_READ, Scopes.BUSINESS_READ);

    /** What an owner does there beside: letting people in, looking at customers one by one, answering, asking, connecting. */
    private static final Set<String> OWNING = Set.of(
            Scopes.PEOPLE_WRITE,
            Scopes.CUSTOMERS_READ,
            Scopes.FEEDBACK_WRITE,
            Scopes.SURVEYS_WRITE,
            Scopes.CONNECTIONS_READ,
            Scopes.CONNECTIONS_WRITE,
            Scopes.BUSINESS_WRITE);

    private final Isolated isolated;
    private final Clock clock;

    Sessions(Isolated isolated, Clock clock) {
        this.isolated = isolated;
        this.clock = clock;
    }

    /** A link that opens a session with these scopes: those of a key, which it ends with. */
    public OpenedPass link(String business, String keyId, Set<String> scopes) {
        return isolated.in(business, () -> store(PassKind.LINK, business, keyId, scopes, LINK));
    }

    /** A session for whoever has this key. */
    public OpenedPass begin(String business, String keyId, Set<String> scopes) {
        return isolated.in(business, () -> store(PassKind.SESSION, business, keyId, scopes, IDLE));
    }

    /** Trades a link for a session; empty where it is unknown, used or too old. */
    public Optional<OpenedPass> redeem(PassText link) {
        return isolated.in(link.owner(), () -> BrowserPass.valid(link, now())
                .map(KnownSession::from)
                .filter(unused -> BrowserPass.take(link))
                .map(found -> store(PassKind.SESSION, found.business(), found.keyId(), found.scopes(), IDLE)));
    }

    public Optional<KnownSession> find(PassText session) {
        return isolated.in(
                session.owner(), () -> BrowserPass.valid(session, now()).map(KnownSession::from));
    }

    /** Finds it and lets it live on. */
    public Optional<KnownSession> extend(PassText session) {
        return isolated.in(
                session.owner(), () -> BrowserPass.valid(session, now()).map(pass -> {
                    pass.expiresAt = earlier(now().plus(IDLE), pass.createdAt.plus(LONGEST));
                    return KnownSession.from(pass);
                }));
    }

    public void end(PassText session) {
        isolated.run(session.owner(), () -> BrowserPass.take(session));
    }

    /**
     * What a browser may do with a session of a key that has these scopes.
     *
     * @param owner whether it may do what owners do, too
     */
    public static Set<String> opened(Set<String> scopes, boolean owner) {
        return scopes.stream()
                .filter(scope -> VIEWING.contains(scope) || owner && OWNING.contains(scope))
                .collect(Collectors.toUnmodifiableSet());
    }

    private OpenedPass store(PassKind kind, String business, String keyId, Set<String> scopes, Duration life) {
        Instant now = now();
        BrowserPass.deleteExpired(business, now);
        if (BrowserPass.count("businessId", business) >= MOST) {
            throw Problems.conflict("A business has at most " + MOST + " sessions and links at a time.");
        }
        PassText text = PassText.random(kind, business);
        BrowserPass.of(text, keyId, scopes, now, now.plus(life)).persist();
        return new OpenedPass(text, now.plus(life));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
