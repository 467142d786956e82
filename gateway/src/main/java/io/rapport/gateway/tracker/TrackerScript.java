package io.rapport.gateway.tracker;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /tracker.js}: what a page of any site loads to tell of its visits. Its source is in {@code webui/tracker}. */
@ApplicationScoped
public class TrackerScript {
    public static final String PATH = "/tracker.js";

    private final PageScript script = new PageScript("/tracker/tracker.js");

    void register(@Observes Router router) {
        router.route(PATH).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(script::serve);
    }
}
