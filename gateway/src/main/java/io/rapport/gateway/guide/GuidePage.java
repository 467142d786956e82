package io.rapport.gateway.guide;

import io.quarkus.runtime.Startup;
import io.rapport.gateway.guide.Guide.Chapter;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code /docs}: how to use the API, with the address of this installation in every example. */
@Startup
@ApplicationScoped
class GuidePage {
    private static final String WRITTEN_FOR = "http://localhost:8080";

    private final String page;

    GuidePage(@ConfigProperty(name = "rapport.public-url", defaultValue = WRITTEN_FOR) String publicUrl) {
        String markdown = read("guide.md").replace(WRITTEN_FOR, publicUrl.replaceAll("/+$", ""));
        Guide guide = Guide.of(markdown);
        this.page = read("page.html").replace("{{contents}}", contents(guide)).replace("{{guide}}", guide.body());
    }

    void register(@Observes Router router) {
        router.route("/docs").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(this::show);
    }

    String html() {
        return page;
    }

    private void show(RoutingContext context) {
        context.response().putHeader("Content-Type", "text/html; charset=utf-8").end(page);
    }

    private static String contents(Guide guide) {
        return guide.chapters().stream().map(GuidePage::link).collect(Collectors.joining("\n"));
    }

    private static String link(Chapter chapter) {
        return "<li><a href=\"#" + chapter.id() + "\">" + chapter.title() + "</a></li>";
    }

    private static String read(String name) {
        try (InputStream file = GuidePage.class.getResourceAsStream("/guide/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
