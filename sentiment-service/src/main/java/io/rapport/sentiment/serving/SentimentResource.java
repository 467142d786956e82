package io.rapport.sentiment.serving;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.token.Scopes;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads texts. Nothing of a request is kept or logged. */
@Path("/v1/sentiment")
@Tag(name = "Sentiment", description = "How texts sound: score, label, probabilities, sentences, feelings and aspects.")
public class SentimentResource {
    private final ReadingDesk desk;

    SentimentResource(ReadingDesk desk) {
        this.desk = desk;
    }

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Scopes.SENTIMENT_READ)
    @Operation(operationId = "readSentiment", summary = "Read up to 500 texts", description = """
                    Answers with one reading for each document, in their order; what a reading says does not depend on \
                    the other documents. Scores lie in [-1, 1]. The default model is the \
                    product's own: probabilities calibrated for reviews and for posts (say the `kind`), a score of \
                    positive - negative, feelings, and what is said of single things. The model `corenlp` is Stanford's \
                    pipeline as it is, with its five classes of each sentence. `model` names what read a text, with its \
                    version. A text that can't be read (empty, not in English, too slow) \
                    has `label: null` and a `reason`, and is no error of the batch. Offsets are UTF-16 code units. \
                    Nothing is stored.""")
    @APIResponse(
            responseCode = "200",
            description = "The readings.",
            content = @Content(schema = @Schema(implementation = SentimentResponse.class)))
    @APIResponse(
            responseCode = "503",
            description =
                    "Too many documents are waiting (`overloaded`), or the models are being loaded (`unavailable`).")
    public SentimentResponse read(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = SentimentRequest.class),
                                            examples = @ExampleObject(name = "a review", value = """
                                                                    {"documents": [{"id": "1", "kind": "review", "language": "en",
                                                                      "text": "Lovely bread, but the queue was endless.",
                                                                      "rating": {"value": 4, "scale": 5}}],
                                                                     "model": "default"}""")))
                    JsonNode body,
            @Context HttpServerResponse response) {
        return new SentimentResponse(desk.read(SentimentRequest.from(body), () -> !response.closed()));
    }
}
