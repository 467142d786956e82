package io.rapport.gateway.access;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Where no resource is found, the framework has made a problem of that already. */
class MissingPageFilter {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    @ServerResponseFilter
    void show(ContainerResponseContext response, RoutingContext context) {
        if (response.getEntity() instanceof HttpProblem problem && MissingPage.isFor(context)) {
            response.setEntity(MissingPage.page(context, problem), new Annotation[0], HTML);
        }
    }
}
