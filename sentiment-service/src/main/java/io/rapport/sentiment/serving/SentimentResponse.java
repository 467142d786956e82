package io.rapport.sentiment.serving;

import io.rapport.sentiment.reading.Reading;
import java.util.List;

/** The readings, in the order of the documents. */
record SentimentResponse(List<Reading> readings) {}
