package io.rapport.frame.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.rapport.frame.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bodies that can't be read as JSON, or not as the shape that is asked for. */
public class JsonProblemMappers {

    @ServerExceptionMapper(priority = 1)
    public Response mismatched(MismatchedInputException mismatch) {
        return Problems.validation(path(mismatch), "does not have the shape that is asked for")
                .toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    public Response tooLarge(StreamConstraintsException excess) {
        return Problems.validation(null, "The JSON is nested too deeply, or a number or string in it is too long.")
                .toResponse();
    }

    @ServerExceptionMapper(priority = 1)
    public Response broken(JsonProcessingException broken) {
        return problem(broken).toResponse();
    }

    private static HttpProblem problem(JsonProcessingException broken) {
        JsonLocation at = broken.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Problems.validation(null, "The body is not valid JSON" + where + ".");
    }

    private static String path(JsonMappingException mismatch) {
        String path = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? null : Text.shown(path);
    }
}
