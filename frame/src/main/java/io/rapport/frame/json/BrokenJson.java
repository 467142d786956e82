package io.rapport.frame.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.problem.Problems;
import java.util.Optional;
import java.util.stream.Stream;

/** Says of a body that can't be read as JSON what is wrong with it, and where. */
public final class BrokenJson {
    private BrokenJson() {}

    /** The problem, where the failure or a cause of it is that the body isn't JSON. */
    public static Optional<HttpProblem> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .filter(JsonProcessingException.class::isInstance)
                .findFirst()
                .map(cause -> problem((JsonProcessingException) cause));
    }

    static HttpProblem problem(JsonProcessingException broken) {
        if (broken instanceof StreamConstraintsException) {
            return Problems.validation(null, "The JSON is nested too deeply, or a number or string in it is too long.");
        }
        JsonLocation at = broken.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        String message = String.valueOf(broken.getOriginalMessage());
        String why = message.startsWith("Duplicate field") ? ": a member stands in it twice" : "";
        return Problems.validation(null, "The body is not valid JSON" + why + where + ".");
    }
}
