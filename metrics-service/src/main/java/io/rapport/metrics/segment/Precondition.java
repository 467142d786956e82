package io.rapport.metrics.segment;

import io.rapport.frame.problem.ProblemType;
import io.rapport.frame.problem.Problems;
import java.util.List;
import java.util.stream.Stream;

/** What {@code If-Match} asks: that the version is one that the client has seen. */
record Precondition(List<String> expected) {

    void require(int version) {
        String tag = "\"" + version + "\"";
        boolean met = expected.isEmpty()
                || expected.stream()
                        .flatMap(header -> Stream.of(header.split(",")))
                        .map(String::strip)
                        .anyMatch(value -> value.equals("*") || value.equals(tag));
        if (!met) {
            throw Problems.of(
                            ProblemType.CONFLICT,
                            "The segment has changed in the meantime; its version is " + version + ".")
                    .withStatus(412)
                    .build();
        }
    }
}
