package io.rapport.frame.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
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
    public Response broken(JsonProcessingException broken) {
        return BrokenJson.problem(broken).toResponse();
    }

    private static String path(JsonMappingException mismatch) {
        String path = mismatch.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? null : Text.shown(path);
    }
}
