package io.rapport.frame.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a problem where no JAX-RS resource is in charge: on a route of Vert.x. */
public final class ProblemResponse {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHOWN = Shown.class.getName();

    private ProblemResponse() {}

    /** Another form of problems, for those who can't read JSON. */
    @FunctionalInterface
    public interface Shown {
        String body(RoutingContext context, HttpProblem problem);
    }

    /** Whatever goes wrong with this request is shown as a page. */
    public static void asPage(RoutingContext context, Shown page) {
        context.put(SHOWN, page);
    }

    public static boolean isPage(RoutingContext context) {
        return context.get(SHOWN) != null;
    }

    public static void send(RoutingContext context, HttpProblem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            context.request().connection().close();
            return;
        }
        Shown page = context.get(SHOWN);
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.setStatusCode(problem.getStatusCode())
                .putHeader("Content-Type", page == null ? HttpProblem.MEDIA_TYPE.toString() : "text/html;charset=utf-8")
                .end(page == null ? body(context, problem) : page.body(context, problem));
    }

    private static String body(RoutingContext context, HttpProblem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", String.valueOf(problem.getType()));
        members.put("title", problem.getTitle());
        members.put("status", problem.getStatusCode());
        members.put("detail", problem.getDetail());
        members.put("instance", context.request().path());
        members.putAll(problem.getParameters());
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
