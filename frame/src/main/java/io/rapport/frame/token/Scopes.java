package io.rapport.frame.token;

import java.util.Set;

/** What a key may do. Each operation asks for exactly one scope. */
public final class Scopes {
    public static final String EVENTS_WRITE = "events:write";
    public static final String FEEDBACK_READ = "feedback:read";
    public static final String FEEDBACK_WRITE = "feedback:write";
    public static final String SURVEYS_WRITE = "surveys:write";
    public static final String SURVEYS_ANSWER = "surveys:answer";
    public static final String CONNECTIONS_READ = "connections:read";
    public static final String CONNECTIONS_WRITE = "connections:write";
    public static final String METRICS_READ = "metrics:read";
    public static final String CUSTOMERS_READ = "customers:read";
    public static final String CUSTOMERS_WRITE = "customers:write";
    public static final String SENTIMENT_READ = "sentiment:read";
    public static final String BUSINESS_READ = "business:read";
    public static final String BUSINESS_WRITE = "business:write";
    public static final String KEYS_WRITE = "keys:write";
    public static final String PEOPLE_WRITE = "people:write";

    /** Administration of the whole installation: organisations and businesses. */
    public static final String ADMIN = "admin";

    /** From feedback-service to metrics-service: deliver facts. */
    public static final String INTERNAL_FACTS = "internal:facts";

    /** From the gateway to the services: a business's settings. */
    public static final String INTERNAL_SETTINGS = "internal:settings";

    /** To the services, from whoever owns an erasure: forget a person. */
    public static final String INTERNAL_ERASURES = "internal:erasures";

    /** From the gateway to feedback-service: a delivery whose signature is its key. */
    public static final String WEBHOOKS_RECEIVE = "webhooks:receive";

    /** From the gateway to feedback-service: the form of a survey, for whoever has its address. */
    public static final String FORMS_ANSWER = "forms:answer";

    /** What a publishable key may do: safe in a page that everybody can read. */
    public static final Set<String> PUBLISHABLE = Set.of(EVENTS_WRITE, SURVEYS_ANSWER);

    /** What a secret key may do unless it is made with fewer. */
    public static final Set<String> SECRET = Set.of(
            EVENTS_WRITE,
            FEEDBACK_READ,
            FEEDBACK_WRITE,
            SURVEYS_WRITE,
            SURVEYS_ANSWER,
            CONNECTIONS_READ,
            CONNECTIONS_WRITE,
            METRICS_READ,
            CUSTOMERS_READ,
            CUSTOMERS_WRITE,
            SENTIMENT_READ,
            BUSINESS_READ,
            BUSINESS_WRITE,
            KEYS_WRITE,
            PEOPLE_WRITE);

    private Scopes() {}
}
