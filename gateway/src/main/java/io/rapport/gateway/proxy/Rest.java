package io.rapport.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;

/** What a client still sends after it has its answer. */
final class Rest {
    private static final int PATIENCE = 8;

    private Rest() {}

    /** Reads on for a while, so that the client comes to read the answer; then hangs up. */
    static void discard(HttpServerRequest request, long most) {
        if (request.isEnded()) {
            return;
        }
        long[] read = {0};
        request.exceptionHandler(gone -> {});
        request.handler(piece -> {
            read[0] += piece.length();
            if (read[0] > PATIENCE * most) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
