package io.rapport.sentiment.reading;

import io.rapport.sentiment.language.Languages;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads one document: decides whether it can be read at all, and contains whatever goes wrong to this document. */
public final class DocumentReader {
    private static final Logger LOG = Logger.getLogger(DocumentReader.class);
    private static final String ENGLISH = "en";

    private final Languages languages;
    private final int mostCharacters;
    private final Duration work;
    private final Duration clock;

    /**
     * @param mostCharacters how many UTF-16 code units of a text are read
     * @param work how much working time one document may take
     * @param clock how long it may take by the clock
     */
    public DocumentReader(Languages languages, int mostCharacters, Duration work, Duration clock) {
        this.languages = languages;
        this.mostCharacters = mostCharacters;
        this.work = work;
        this.clock = clock;
    }

    /**
     * The reading depends on the document and the model alone, never on other documents; only where the machine is
     * too busy to read it in time may it be given up at one time and read at another.
     */
    public Reading read(Document document, SentimentModel model) {
        return read(document, model, new Stopwatch());
    }

    /**
     * The same, timed.
     *
     * @param stopwatch made when the reading begins
     */
    public Reading read(Document document, SentimentModel model, Stopwatch stopwatch) {
        Excerpt excerpt = Excerpt.of(document.text() == null ? "" : document.text(), mostCharacters);
        String stated = Languages.normal(document.language());
        if (excerpt.text().isBlank()) {
            return without(Reason.EMPTY, document, stated, model, excerpt);
        }
        try {
            String language = stated != null ? stated : languages.detect(excerpt.text());
            stopwatch.lap(Stage.LANGUAGE);
            return ENGLISH.equals(language)
                    ? understand(document, excerpt, model, stopwatch)
                    : without(Reason.LANGUAGE, document, language, model, excerpt);
        } catch (Deadline.TooSlow tooSlow) {
            return without(Reason.TIMEOUT, document, ENGLISH, model, excerpt);
        } catch (RuntimeException | StackOverflowError failure) {
            // The message may quote the text, so only the class is logged.
            LOG.warnf(
                    "A text of %d characters is unreadable: %s", excerpt.text().length(), failure.getClass());
            return without(Reason.UNREADABLE, document, stated, model, excerpt);
        }
    }

    private Reading understand(Document document, Excerpt excerpt, SentimentModel model, Stopwatch stopwatch) {
        Deadline deadline = Deadline.in(work, clock, stopwatch);
        Optional<Understanding> understood =
                model.read(excerpt.text(), document.kind(), document.aspects(), document.rating(), deadline);
        return understood
                .map(it -> Reading.of(document.id(), it, ENGLISH, model.name(), excerpt.truncated()))
                .orElseGet(() -> without(Reason.EMPTY, document, ENGLISH, model, excerpt));
    }

    private static Reading without(
            Reason reason, Document document, String language, SentimentModel model, Excerpt excerpt) {
        return Reading.without(reason, document.id(), language, model.name(), excerpt.truncated());
    }
}
