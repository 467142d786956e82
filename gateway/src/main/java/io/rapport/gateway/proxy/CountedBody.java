package io.rapport.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.Optional;

/**
 * Counts a body while it streams by, and fails it where it grows too large: one that comes in chunks has told no length. A
 * small one is kept, so that it can be sent once more.
 */
final class CountedBody implements ReadStream<Buffer> {
    private static final int LARGEST_KEPT = 65_536;
    private final ReadStream<Buffer> source;
    private final Buffer kept = Buffer.buffer();
    private final long most;
    private long passed;
    private boolean ended;
    private Handler<Throwable> failed = failure -> {};

    CountedBody(ReadStream<Buffer> source, long most) {
        this.source = source;
        this.most = most;
    }

    boolean isTooLarge() {
        return passed > most;
    }

    boolean hasEnded() {
        return ended;
    }

    /** All of it; empty where not all has come, or it is too large to be kept. */
    Optional<Buffer> whole() {
        return ended && passed <= LARGEST_KEPT ? Optional.of(kept) : Optional.empty();
    }

    @Override
    public CountedBody handler(Handler<Buffer> handler) {
        source.handler(handler == null ? null : piece -> count(piece, handler));
        return this;
    }

    private void count(Buffer piece, Handler<Buffer> handler) {
        boolean before = isTooLarge();
        passed += piece.length();
        if (passed <= LARGEST_KEPT) {
            kept.appendBuffer(piece);
        }
        if (!isTooLarge()) {
            handler.handle(piece);
        } else if (!before) {
            failed.handle(new TooLarge());
        }
    }

    @Override
    public CountedBody exceptionHandler(Handler<Throwable> handler) {
        failed = handler == null ? failure -> {} : handler;
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public CountedBody endHandler(Handler<Void> handler) {
        source.endHandler(end -> {
            ended = true;
            if (handler != null) {
                handler.handle(end);
            }
        });
        return this;
    }

    @Override
    public CountedBody pause() {
        source.pause();
        return this;
    }

    @Override
    public CountedBody resume() {
        source.resume();
        return this;
    }

    @Override
    public CountedBody fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    private static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("The body is too large", null, false, false);
        }
    }
}
