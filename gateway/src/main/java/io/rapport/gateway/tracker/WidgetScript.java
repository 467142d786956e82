package io.rapport.gateway.tracker;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /widget.js}: what a page of any site loads to show surveys. Its source is in {@code webui/widget}. */
@ApplicationScoped
public class WidgetScript {
    public static final String PATH = "/widget.js";

    private final PageScript script = new PageScript("/widget/widget.js");

    void register(@Observes Router router) {
        router.route(PATH).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(script::serve);
    }
}
