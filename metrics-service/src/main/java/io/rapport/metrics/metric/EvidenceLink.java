package io.rapport.metrics.metric;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the facts behind an answer are. */
final class EvidenceLink {
    private EvidenceLink() {}

    static String of(MetricQuery query) {
        String link = "/v1/metrics/" + query.metric().description().id() + "/evidence?from="
                + query.period().from() + "&to=" + query.period().to();
        StringBuilder whole = new StringBuilder(link);
        query.arguments()
                .forEach((name, value) ->
                        whole.append('&').append(name).append('=').append(encoded(value)));
        if (query.segmentText() != null) {
            whole.append("&segment=").append(encoded(query.segmentText()));
        }
        return whole.toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
