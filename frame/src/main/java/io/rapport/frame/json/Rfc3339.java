package io.rapport.frame.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * Reads instants as RFC 3339 writes them, to the microsecond. The form that nearly all have, such as
 * {@code 2026-03-01T09:30:00.123Z}, is read digit by digit, since the library takes a third of the time in which an event is read.
 */
final class Rfc3339 {
    private static final String USUAL = "dddd-dd-ddTdd:dd:dd";
    private static final int MOST_DECIMALS = 9;
    private static final int SECONDS_OF_DAY = 86_400;

    private Rfc3339() {}

    /** Null where it is none. */
    static Instant parse(String text) {
        Instant usual = isUsual(text) ? usual(text) : null;
        return usual == null ? byLibrary(text) : usual;
    }

    static Instant byLibrary(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        int decimals = end - USUAL.length() - 1;
        boolean whole = end == USUAL.length();
        if (!whole && (decimals < 1 || decimals > MOST_DECIMALS) || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char expected = USUAL.charAt(i);
            if (expected == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
                return false;
            }
        }
        return whole || text.charAt(USUAL.length()) == '.' && areDigits(text, USUAL.length() + 1, end);
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Null where the clock or the calendar has no such time. */
    private static Instant usual(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            return Instant.ofEpochSecond(
                    day * SECONDS_OF_DAY + hour * 3_600L + minute * 60L + second, microseconds(text) * 1_000L);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Further decimals are left out. */
    private static int microseconds(String text) {
        int micros = 0;
        for (int i = 0; i < 6; i++) {
            int at = USUAL.length() + 1 + i;
            micros = micros * 10 + (at < text.length() - 1 ? text.charAt(at) - '0' : 0);
        }
        return micros;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
