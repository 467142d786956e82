package io.rapport.sentiment.serving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/** How much the service takes upon itself. */
@ConfigMapping(prefix = "rapport.sentiment")
interface SentimentConfig {

    /** How many documents are read at the same time; as many as there are processors where it isn't set. */
    Optional<Integer> threads();

    /** How many documents may wait or be read; further requests are answered 503. A full request must fit. */
    @WithDefault("1000")
    @Min(SentimentRequest.MOST_DOCUMENTS)
    int queue();

    /** How many UTF-16 code units of a document are read. */
    @WithDefault("20000")
    @Min(1000)
    int characters();

    /** The working time after which a document is given up; checked between sentences, so leave some of the promised 5 s. */
    @WithDefault("4s")
    Duration timeLimit();

    /** The time by the clock after which a document is given up, however little of it was the document's. */
    @WithDefault("4.5s")
    Duration clockLimit();

    /** When a client that was turned away should come back. */
    @WithDefault("5s")
    Duration retryAfter();
}
