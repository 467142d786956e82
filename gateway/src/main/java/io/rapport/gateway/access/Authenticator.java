package io.rapport.gateway.access;

import io.rapport.frame.problem.Problems;
import io.rapport.gateway.access.key.AdminKey;
import io.rapport.gateway.access.key.KeyText;
import io.rapport.gateway.access.key.Keys;
import io.rapport.gateway.access.person.PersonSessions;
import io.rapport.gateway.access.session.OwnPage;
import io.rapport.gateway.access.session.PassKind;
import io.rapport.gateway.access.session.PassText;
import io.rapport.gateway.access.session.SessionCookie;
import io.rapport.gateway.access.session.Sessions;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out who is calling: from the Authorization header, without one from the key in a page's address, and without that from
 * the session of our own page.
 */
@ApplicationScoped
class Authenticator {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");
    private static final String FAILURE = "key";

    /** Which of a person's businesses the page is about. In each request, as two windows may show two of them. */
    static final String LOOKED_AT = "Business-Id";

    private final Keys keys;
    private final Sessions sessions;
    private final PersonSessions people;
    private final AdminKey adminKey;
    private final RateLimits limits;

    Authenticator(Keys keys, Sessions sessions, PersonSessions people, AdminKey adminKey, RateLimits limits) {
        this.keys = keys;
        this.sessions = sessions;
        this.people = people;
        this.adminKey = adminKey;
        this.limits = limits;
    }

    /** Fails with a problem where the key is missing or not known, or where too many unknown ones came from there. */
    Future<Principal> authenticate(RoutingContext context) {
        String address = Address.group(context.request());
        Optional<String> inAddress = AddressKey.presented(context);
        Optional<String> inHeader = bearer(context.request().headers().getAll("Authorization"));
        Optional<KeyText> key =
                inAddress.isPresent() ? inAddress.flatMap(AddressKey::publishable) : inHeader.flatMap(KeyText::parse);
        Optional<Principal> known = key.flatMap(keys::recall).map(Principal::of);
        if (known.isPresent()) {
            return Future.succeededFuture(known.get());
        }
        var wait = limits.afterFailures(FAILURE, address);
        if (wait.isPresent()) {
            return Future.failedFuture(Problems.rateLimited(wait.get()));
        }
        if (inAddress.isPresent() && key.isEmpty()) {
            return unknown("In an address only a publishable key is taken.", address);
        }
        if (inHeader.isPresent() && adminKey.matches(inHeader.get())) {
            return Future.succeededFuture(Principal.admin());
        }
        Optional<PassText> session = session(context.request());
        Callable<Optional<Principal>> lookup = () -> key.isPresent()
                ? key.flatMap(keys::find).map(Principal::of)
                : session.flatMap(pass -> ofSession(pass, context.request().getHeader(LOOKED_AT)));
        return (key.isPresent() || session.isPresent() ? context.vertx().executeBlocking(lookup, false) : none())
                .compose(found -> found.isPresent()
                        ? Future.succeededFuture(found.get())
                        : unknown(
                                key.isPresent() || inHeader.isPresent()
                                        ? "The key is not known."
                                        : "Send a key: Authorization: Bearer <key>.",
                                address));
    }

    private Optional<Principal> ofSession(PassText pass, String business) {
        return pass.kind() == PassKind.PERSON
                ? people.find(pass, business).map(Principal::of)
                : sessions.find(pass).map(Principal::of);
    }

    private Future<Principal> unknown(String detail, String address) {
        limits.failed(FAILURE, address);
        return Future.failedFuture(Problems.unauthorized(detail));
    }

    /** A key, even a wrong one, says that no page of ours is asking. */
    private static Optional<PassText> session(HttpServerRequest request) {
        boolean reads = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
        boolean ours = reads ? OwnPage.mayRead(request) : OwnPage.mayWrite(request);
        return ours && !request.headers().contains("Authorization") ? SessionCookie.read(request) : Optional.empty();
    }

    private static Future<Optional<Principal>> none() {
        return Future.succeededFuture(Optional.empty());
    }

    private static Optional<String> bearer(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Matcher matcher = BEARER.matcher(headers.getFirst());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
