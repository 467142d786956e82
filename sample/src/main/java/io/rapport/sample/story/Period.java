package io.rapport.sample.story;

/** The parts of the year that customers speak of. */
public enum Period {
    NORMAL,
    QUEUE_MONTH,
    CAMPAIGN,
    CHRISTMAS,
    EASTER,
    SUMMER
}
