package io.rapport.gateway.access;

import static io.rapport.frame.token.Scopes.ADMIN;
import static io.rapport.frame.token.Scopes.BUSINESS_READ;
import static io.rapport.frame.token.Scopes.BUSINESS_WRITE;
import static io.rapport.frame.token.Scopes.CONNECTIONS_READ;
import static io.rapport.frame.token.Scopes.CONNECTIONS_WRITE;
import static io.rapport.frame.token.Scopes.CUSTOMERS_READ;
import static io.rapport.frame.token.Scopes.CUSTOMERS_WRITE;
import static io.rapport.frame.token.Scopes.EVENTS_WRITE;
import static io.rapport.frame.token.Scopes.FEEDBACK_READ;
import static io.rapport.frame.token.Scopes.FEEDBACK_WRITE;
import static io.rapport.frame.token.Scopes.FORMS_ANSWER;
import static io.rapport.frame.token.Scopes.KEYS_WRITE;
import static io.rapport.frame.token.Scopes.METRICS_READ;
import static io.rapport.frame.token.Scopes.PEOPLE_WRITE;
import static io.rapport.frame.token.Scopes.SENTIMENT_READ;
import static io.rapport.frame.token.Scopes.SURVEYS_ANSWER;
import static io.rapport.frame.token.Scopes.SURVEYS_WRITE;
import static io.rapport.frame.token.Scopes.WEBHOOKS_RECEIVE;

import io.rapport.gateway.proxy.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one table of what is served, what it asks of a key, and who serves it. The first line that matches holds. */
public final class Routes {
    private static final Set<String> READ = Set.of("GET", "HEAD");
    private static final Set<String> POST = Set.of("POST");
    private static final Set<String> ANY = Set.of();
    private static final Pattern WEBHOOK =
            Pattern.compile("/v1/webhooks/(?<connection>cn_(?<business>[a-z2-7]{16})_[0-9A-Za-z]{1,40})(/.*)?");
    private static final Pattern FORM = Pattern.compile("/forms/[^/]+(/style\\.css)?");
    private static final Set<String> FORM_METHODS = Set.of("GET", "HEAD", "POST");
    private static final List<Route> TABLE = table();

    private Routes() {}

    private static List<Route> table() {
        List<Route> table = new ArrayList<>();
        table.add(publishable("/v1/events", "/v1/events", EVENTS_WRITE, Part.METRICS));
        table.add(publishable(
                "/v1/surveys/{id}/responses", "/v1/surveys/[^/]+/responses", SURVEYS_ANSWER, Part.FEEDBACK));
        table.add(publishable("/v1/surveys/offers", "/v1/surveys/offers", SURVEYS_ANSWER, Part.FEEDBACK));
        table.add(publishable("/v1/surveys/{id}/shown", "/v1/surveys/[^/]+/shown", SURVEYS_ANSWER, Part.FEEDBACK));
        table.add(new Route("/forms/{id}", FORM, FORM_METHODS, Set.of(FORMS_ANSWER), false, Part.FEEDBACK));
        table.add(new Route("/v1/webhooks/{id}", WEBHOOK, ANY, Set.of(WEBHOOKS_RECEIVE), false, Part.FEEDBACK));
        under(table, "/v1/events", METRICS_READ, EVENTS_WRITE, Part.METRICS);
        under(table, "/v1/identify", CUSTOMERS_READ, CUSTOMERS_WRITE, Part.METRICS);
        table.add(own("/v1/customers/{id}/export", "/v1/customers/[^/]+/export", READ, CUSTOMERS_READ));
        under(table, "/v1/customers", CUSTOMERS_READ, CUSTOMERS_WRITE, Part.METRICS);
        under(table, "/v1/erasures", CUSTOMERS_READ, CUSTOMERS_WRITE, Part.METRICS);
        under(table, "/v1/measurements", METRICS_READ, EVENTS_WRITE, Part.METRICS);
        under(table, "/v1/spend", METRICS_READ, EVENTS_WRITE, Part.METRICS);
        table.add(own("/v1/imports", "/v1/imports", READ, EVENTS_WRITE, FEEDBACK_WRITE));
        // Whose it is stands in the body, see KindRoute.
        table.add(new Route(
                "/v1/imports",
                Pattern.compile("/v1/imports"),
                POST,
                Set.of(EVENTS_WRITE, FEEDBACK_WRITE),
                false,
                Part.METRICS));
        under(table, "/v1/imports/{id}", "/v1/imports/imf_[^/]*", FEEDBACK_WRITE, FEEDBACK_WRITE, Part.FEEDBACK);
        under(table, "/v1/imports", EVENTS_WRITE, EVENTS_WRITE, Part.METRICS);
        under(table, "/v1/models", METRICS_READ, CUSTOMERS_WRITE, Part.METRICS);
        under(table, "/v1/metrics", METRICS_READ, METRICS_READ, Part.METRICS);
        table.add(new Route(
                "/v1/segments/{id}/customers",
                Pattern.compile("/v1/segments/[^/]+/customers"),
                READ,
                Set.of(CUSTOMERS_READ),
                false,
                Part.METRICS));
        under(table, "/v1/segments", METRICS_READ, CUSTOMERS_WRITE, Part.METRICS);
        under(table, "/v1/feedback", FEEDBACK_READ, FEEDBACK_WRITE, Part.FEEDBACK);
        under(table, "/v1/reply-templates", FEEDBACK_READ, FEEDBACK_WRITE, Part.FEEDBACK);
        under(table, "/v1/follow-ups", FEEDBACK_READ, FEEDBACK_WRITE, Part.FEEDBACK);
        under(table, "/v1/surveys", SURVEYS_WRITE, SURVEYS_WRITE, Part.FEEDBACK);
        under(table, "/v1/connections", CONNECTIONS_READ, CONNECTIONS_WRITE, Part.FEEDBACK);
        under(table, "/v1/parked", FEEDBACK_READ, FEEDBACK_WRITE, Part.FEEDBACK);
        under(table, "/v1/sentiment", SENTIMENT_READ, SENTIMENT_READ, Part.SENTIMENT);
        under(table, "/v1/engagement", METRICS_READ, METRICS_READ, null);
        under(table, "/v1/organisations", ADMIN, ADMIN, null);
        table.add(own("/v1/businesses", "/v1/businesses", ANY, ADMIN));
        table.add(own("/v1/businesses/{id}", "/v1/businesses/.+", READ, BUSINESS_READ, ADMIN));
        table.add(own("/v1/businesses/{id}", "/v1/businesses/.+", ANY, BUSINESS_WRITE, ADMIN));
        table.add(own("/v1/sessions", "/v1/sessions", POST, BUSINESS_READ));
        table.add(own("/v1/people", "/v1/people(/.*)?", ANY, PEOPLE_WRITE, ADMIN));
        table.add(own("/v1/keys", "/v1/keys(/.*)?", ANY, KEYS_WRITE, ADMIN));
        return List.copyOf(table);
    }

    /** The line for a request; empty where nothing is served. */
    static Optional<Route> find(String method, String normalisedPath) {
        return TABLE.stream()
                .filter(route -> route.matches(method, normalisedPath))
                .findFirst();
    }

    /** Whether a page in a browser may call this with a publishable key. */
    static boolean publishable(String method, String normalisedPath) {
        return find(method, normalisedPath).filter(Route::publishable).isPresent();
    }

    /** Whether the public document may show this operation. */
    public static boolean serves(String method, String pathTemplate) {
        return find(method, example(pathTemplate)).isPresent();
    }

    /** Any one of these scopes opens this operation. */
    public static SortedSet<String> scopes(String method, String pathTemplate) {
        return find(method.toUpperCase(Locale.ROOT), example(pathTemplate))
                .map(route -> new TreeSet<>(route.scopes()))
                .orElseGet(TreeSet::new);
    }

    private static String example(String pathTemplate) {
        return pathTemplate
                .replaceFirst("^/v1/webhooks/\\{[^}]+}", "/v1/webhooks/cn_aaaaaaaaaaaaaaaa_a")
                .replaceAll("\\{[^}]+}", "x");
    }

    /** Who delivers, where the path is that of a webhook. */
    static Optional<Principal> webhook(String normalisedPath) {
        Matcher matcher = WEBHOOK.matcher(normalisedPath);
        return matcher.matches()
                ? Optional.of(Principal.webhook(matcher.group("connection"), "b_" + matcher.group("business")))
                : Optional.empty();
    }

    /** Whether it is the form of a survey, which asks for no key. */
    static boolean isForm(String normalisedPath) {
        return FORM.matcher(normalisedPath).matches();
    }

    private static Route publishable(String label, String path, String scope, Part part) {
        return new Route(label, Pattern.compile(path), POST, Set.of(scope), true, part);
    }

    private static void under(List<Route> table, String prefix, String read, String write, Part part) {
        under(table, prefix, Pattern.quote(prefix), read, write, part);
    }

    private static void under(List<Route> table, String label, String prefix, String read, String write, Part part) {
        Pattern path = Pattern.compile(prefix + "(/.*)?");
        table.add(new Route(label, path, READ, Set.of(read), false, part));
        table.add(new Route(label, path, ANY, Set.of(write), false, part));
    }

    private static Route own(String label, String path, Set<String> methods, String... scopes) {
        return new Route(label, Pattern.compile(path), methods, Set.of(scopes), false, null);
    }
}
