package io.rapport.frame.imports;

/** A file that can't be read any further; its message is for whoever sent it. */
final class BadFile extends RuntimeException {
    BadFile(String message) {
        super(message, null, false, false);
    }
}
