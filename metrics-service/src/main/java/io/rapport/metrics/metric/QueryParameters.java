package io.rapport.metrics.metric;

import io.rapport.frame.http.QueryInput;
import io.rapport.frame.json.JsonInput;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The parameters of a question, from wherever they are given. */
final class QueryParameters {
    private static final int LONGEST = 2_000;

    private QueryParameters() {}

    static MetricQueryReader.Parameters of(QueryInput input) {
        return new MetricQueryReader.Parameters() {
            @Override
            public String text(String name) {
                return input.text(name);
            }

            @Override
            public LocalDate date(String name) {
                return input.date(name);
            }

            @Override
            public <T> T refuse(String name, String rule) {
                return input.refuse(name, rule);
            }
        };
    }

    static MetricQueryReader.Parameters of(JsonInput input) {
        return new MetricQueryReader.Parameters() {
            @Override
            public String text(String name) {
                boolean number = input.any(name) != null && input.any(name).isNumber();
                BigDecimal value = number ? input.decimal(name) : null;
                return number ? value == null ? null : value.toPlainString() : input.text(name, LONGEST);
            }

            @Override
            public LocalDate date(String name) {
                return input.date(name);
            }

            @Override
            public <T> T refuse(String name, String rule) {
                return input.refuse(name, rule);
            }
        };
    }
}
