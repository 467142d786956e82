package io.rapport.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A stream whose beginning was read already: it is given once more, and then what follows. */
final class Replayed implements ReadStream<Buffer> {
    private final ReadStream<Buffer> following;
    private Buffer beginning;
    private boolean ended;
    private boolean paused;
    private Handler<Buffer> handler;
    private Handler<Void> endHandler = end -> {};

    /** @param ended whether nothing follows */
    Replayed(Buffer beginning, ReadStream<Buffer> following, boolean ended) {
        this.beginning = beginning;
        this.following = following;
        this.ended = ended;
    }

    @Override
    public Replayed handler(Handler<Buffer> handler) {
        this.handler = handler;
        if (!ended) {
            following.handler(handler);
        }
        return this;
    }

    @Override
    public Replayed exceptionHandler(Handler<Throwable> handler) {
        if (!ended) {
            following.exceptionHandler(handler);
        }
        return this;
    }

    @Override
    public Replayed endHandler(Handler<Void> handler) {
        endHandler = handler == null ? end -> {} : handler;
        if (!ended) {
            following.endHandler(handler);
        }
        return this;
    }

    @Override
    public Replayed pause() {
        paused = true;
        if (!ended) {
            following.pause();
        }
        return this;
    }

    @Override
    public Replayed resume() {
        return fetch(Long.MAX_VALUE);
    }

    @Override
    public Replayed fetch(long amount) {
        paused = false;
        replay();
        if (paused) {
            return this;
        }
        if (!ended) {
            following.fetch(amount);
        } else if (beginning == null) {
            Handler<Void> once = endHandler;
            endHandler = end -> {};
            once.handle(null);
        }
        return this;
    }

    private void replay() {
        if (beginning != null && handler != null) {
            Buffer first = beginning;
            beginning = null;
            handler.handle(first);
        }
    }
}
