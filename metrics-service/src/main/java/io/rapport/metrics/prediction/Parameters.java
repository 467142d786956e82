package io.rapport.metrics.prediction;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parameters by their names, in the model's order. */
final class Parameters {
    private Parameters() {}

    /** @param namesAndValues a name, its value, the next name … */
    static Map<String, Double> of(Object... namesAndValues) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], (Double) namesAndValues[i + 1]);
        }
        return parameters;
    }
}
