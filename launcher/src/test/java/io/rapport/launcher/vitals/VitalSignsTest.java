package io.rapport.launcher.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VitalSignsTest {
    private static final String ENGAGEMENT = """
            {"from": "2026-01-01", "to": "2026-01-29", "vitals": [
              {"metric": {"id": "visitors", "shape": "scalar", "unit": "count"},
               "total": {"value": 1234, "n": 1234, "interval": null, "change": {"absolute": 34, "relative": 0.0283}}},
              {"metric": {"id": "bounce_rate", "shape": "scalar", "unit": "ratio"},
               "total": {"value": 0.3521, "n": 1000, "interval": {"low": 0.3232, "high": 0.3821},
                         "change": {"absolute": -0.0279, "relative": -0.073}}},
              {"metric": {"id": "nps", "shape": "scalar", "unit": "points"},
               "total": {"value": null, "n": 0, "reason": "no answers", "interval": null, "change": null}},
              {"metric": {"id": "average_rating", "name": "Average rating", "shape": "scalar", "unit": "stars"},
               "total": {"value": 4.36, "n": 22, "interval": null, "change": {"absolute": 0.02, "relative": 0.0046}}},
              {"metric": {"id": "revenue", "shape": "scalar", "unit": "money"},
               "total": {"value": "39.90", "currency": "EUR", "n": 3}},
              {"metric": {"id": "sentiment_share", "shape": "distribution", "unit": "ratio"},
               "total": {"parts": [{"key": "positive", "count": 6, "share": 0.6, "interval": null}]}}],
             "missing": [{"part": "sentiment-service", "reason": "doesn't answer"}]}""";

    @Test
    void printsEachVitalSignInItsUnit() throws IOException {
        String table = VitalSigns.render(new ObjectMapper().readTree(ENGAGEMENT));
        assertThat(table.lines())
                .containsExactly(
                        "Vital signs, 1 January 2026 to 28 January 2026 (change: against the 28 days before)",
                        "vital sign                     value     95 % interval    change      n",
                        "visitors                       1,234                 –    +2.8 %  1,234",
                        "bounce rate                   35.2 %  32.3 % to 38.2 %  -2.8 pts  1,000",
                        "NPS                                –                 –         –      0",
                        "Average rating                  4.36                 –     +0.02     22",
                        "revenue                    39.90 EUR                 –         –      3",
                        "sentiment share: positive     60.0 %                 –         –      6",
                        "Missing: sentiment-service (doesn't answer)");
    }
}
