package io.rapport.gateway.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.database.DatabaseFailure;
import io.rapport.frame.http.ProblemResponse;
import io.rapport.frame.problem.ProblemType;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.TokenIssuer;
import io.rapport.frame.trace.BusinessId;
import io.rapport.gateway.proxy.Part;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/**
 * The only way in. Looks at every request before it is routed: who calls, may they, how often. Whoever passes carries a
 * short-lived token of ours in place of the key, which the services and the gateway's own resources check once more.
 */
@ApplicationScoped
class Door {
    private static final int BEFORE_ROUTING = -900;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String SIGNATURE = "signature:";
    private static final String OF_SOURCE = "X-Webhook-Authorization";

    private final Authenticator authenticator;
    private final RateLimits limits;
    private final TokenIssuer tokens;
    private final Traffic traffic;

    Door(Authenticator authenticator, RateLimits limits, TokenIssuer tokens, Traffic traffic) {
        this.authenticator = authenticator;
        this.limits = limits;
        this.tokens = tokens;
        this.traffic = traffic;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_ROUTING).handler(this::enter);
    }

    private void enter(RoutingContext context) {
        String path = context.normalizedPath();
        if (!path.equals("/v1") && !path.startsWith("/v1/") && !Routes.isForm(path)) {
            enterWithoutKey(context, path);
        } else if (!METHODS.contains(context.request().method().name())) {
            refuse(
                    context,
                    Problems.of(ProblemType.METHOD_NOT_ALLOWED, "No path takes this method.")
                            .build());
        } else if (!Cors.answeredPreflight(context)) {
            principal(context, path)
                    .map(principal -> admit(context, path, principal))
                    .onSuccess(unused -> context.next())
                    .onFailure(failure -> refuse(context, problem(failure)));
        }
    }

    /** Documents, health and the like. Whatever key comes along is no business of theirs. */
    private void enterWithoutKey(RoutingContext context, String path) {
        context.request().headers().remove("Authorization");
        if (path.equals("/internal") || path.startsWith("/internal/")) {
            refuse(context, Problems.notFound("This path"));
        } else {
            context.next();
        }
    }

    private Future<Principal> principal(RoutingContext context, String path) {
        if (Routes.isForm(path)) {
            return Future.succeededFuture(Principal.form());
        }
        if (!path.startsWith("/v1/webhooks/")) {
            return authenticator.authenticate(context);
        }
        return Routes.webhook(path)
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture(Problems.notFound("The connection")));
    }

    private Principal admit(RoutingContext context, String path, Principal principal) {
        Optional<Route> route = Routes.find(context.request().method().name(), path);
        if (route.isPresent() ? !route.get().opensFor(principal) : principal.publishable()) {
            throw Problems.forbidden("The key does not have the scope that this asks for.");
        }
        if (!principal.may(context.request().method().name(), path)) {
            throw Problems.forbidden("A session in a browser changes only what the dashboard has a form for.");
        }
        String address = Address.group(context.request());
        limits.take(principal, address).ifPresent(wait -> {
            throw Problems.rateLimited(wait);
        });
        Route open = route.orElseThrow(() -> Problems.notFound("This path"));
        context.request().headers().remove(OF_SOURCE);
        if (principal.kind() == Principal.Kind.WEBHOOK) {
            boundBadSignatures(context, principal, address);
            passOnWhatTheSourceShows(context);
        }
        traffic.routed(context, open.label());
        if (principal.business() != null) {
            BusinessId.note(principal.business());
        }
        context.put(Part.OF_REQUEST, open.part());
        AddressKey.passOn(context, principal);
        context.request()
                .headers()
                .remove("Cookie")
                .remove(Authenticator.LOOKED_AT)
                .set("Authorization", tokens.bearer(principal.grant()));
        return principal;
    }

    /** Some sources sign with their Authorization, where our own token goes. */
    private static void passOnWhatTheSourceShows(RoutingContext context) {
        String shown = context.request().getHeader("Authorization");
        if (shown != null) {
            context.request().headers().set(OF_SOURCE, shown);
        }
    }

    private void boundBadSignatures(RoutingContext context, Principal connection, String address) {
        String of = SIGNATURE + connection.subject();
        limits.afterFailures(of, address).ifPresent(wait -> {
            throw Problems.rateLimited(wait);
        });
        context.addEndHandler(ended -> {
            if (context.response().getStatusCode() == 401) {
                limits.failed(of, address);
            }
        });
    }

    private void refuse(RoutingContext context, HttpProblem problem) {
        traffic.rejected(problem);
        ProblemResponse.send(context, problem);
    }

    private static HttpProblem problem(Throwable failure) {
        if (failure instanceof HttpProblem problem) {
            return problem;
        }
        if (DatabaseFailure.isOutage(failure)) {
            return Problems.unavailable("database");
        }
        return Unexpected.problem(failure);
    }
}
