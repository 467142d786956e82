package io.rapport.metrics.metric;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.metrics.business.Business;
import io.rapport.metrics.business.Businesses;
import io.rapport.metrics.segment.Segments;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the questions of a request: about the caller's business, as of its own day. */
@RequestScoped
class Questions {
    static final int MOST = 50;

    private final Catalogue catalogue;
    private final Businesses businesses;
    private final Caller caller;
    private final Segments segments;
    private final Clock clock;

    Questions(Catalogue catalogue, Businesses businesses, Segments segments, Caller caller, Clock clock) {
        this.catalogue = catalogue;
        this.businesses = businesses;
        this.segments = segments;
        this.caller = caller;
        this.clock = clock;
    }

    Business business() {
        return businesses.get(caller.business());
    }

    /** A question in a query string; a 404 problem where there is no such metric. The caller finishes the input. */
    MetricQuery read(String metric, QueryInput input, Business business) {
        Metric known = catalogue.find(metric).orElseThrow(() -> Problems.notFound("The metric"));
        return reader(QueryParameters.of(input), business).read(known);
    }

    /** Questions by their ids. */
    Map<String, MetricQuery> readAll(JsonInput body, Business business) {
        List<JsonInput> questions = body.children("queries", MOST);
        Map<String, MetricQuery> queries = new LinkedHashMap<>();
        for (JsonInput question : questions) {
            String id = question.requiredText("id", 100);
            MetricQuery query = read(question, business);
            if (id != null && queries.put(id, query) != null) {
                question.refuse("id", "must be its question's own");
            }
        }
        if (questions.isEmpty()) {
            body.refuse("queries", "must hold 1 to " + MOST + " questions");
        }
        body.finish();
        return queries;
    }

    private MetricQuery read(JsonInput question, Business business) {
        String name = question.requiredText("metric", 100);
        Metric metric = name == null ? null : catalogue.find(name).orElse(null);
        if (name != null && metric == null) {
            question.refuse("metric", "is not a metric; GET /v1/metrics lists them");
        }
        // Of an unknown metric the other members are still checked, so that one answer names all that is wrong.
        Metric readable = metric != null ? metric : catalogue.all().iterator().next();
        return reader(QueryParameters.of(question), business).read(readable);
    }

    private MetricQueryReader reader(MetricQueryReader.Parameters parameters, Business business) {
        return new MetricQueryReader(parameters, business, today(business), name -> segments.find(business, name));
    }

    private LocalDate today(Business business) {
        return LocalDate.ofInstant(clock.instant(), business.zone());
    }
}
