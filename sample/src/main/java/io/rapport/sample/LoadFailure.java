package io.rapport.sample;

/** A call of the loader that didn't succeed: its message names method, path, status and what the service said. */
public final class LoadFailure extends RuntimeException {
    private final int status;

    LoadFailure(String message, int status) {
        super(message);
        this.status = status;
    }

    LoadFailure(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** The HTTP status answered, or 0 where there was no answer. */
    public int status() {
        return status;
    }
}
