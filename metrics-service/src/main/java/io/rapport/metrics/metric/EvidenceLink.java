package io.rapport.metrics.metric;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the facts behind an answer are. */
final class EvidenceLink {
    private EvidenceLink() {}

    static String of(MetricQuery query) {
        String link = "/v1/metrics/" + query.metric().description().id() + "/evidence?from="
                + query.period().from() + "&to=" + query.period().to();
        return query.segmentText() == null
                ? link
                : link + "&segment=" + URLEncoder.encode(query.segmentText(), StandardCharsets.UTF_8);
    }
}
