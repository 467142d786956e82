package io.rapport.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.util.UUID;

/** A body on its way through a file that nobody else sees, and that goes with whoever holds it. */
final class Spool {
    private final AsyncFile file;
    private Future<Void> written = Future.succeededFuture();
    private long size;

    private Spool(AsyncFile file) {
        this.file = file;
    }

    static Future<Spool> open(Vertx vertx, String folder) {
        String path = folder + "/rapport-import-" + UUID.randomUUID();
        OpenOptions options =
                new OpenOptions().setCreateNew(true).setDeleteOnClose(true).setPerms("rw-------");
        // Without its name the file goes even where the process is killed; where a system can't do that, with its end.
        return vertx.fileSystem()
                .open(path, options)
                .compose(
                        file -> vertx.fileSystem().delete(path).otherwiseEmpty().map(new Spool(file)));
    }

    long size() {
        return size;
    }

    void write(Buffer piece) {
        size += piece.length();
        Future<Void> writing = file.write(piece);
        written = written.compose(before -> writing);
    }

    boolean isFull() {
        return file.writeQueueFull();
    }

    void whenEmptier(Runnable then) {
        file.drainHandler(unused -> then.run());
    }

    /** All that was written, to be read from the beginning. A flush alone doesn't wait for what is still being written. */
    Future<AsyncFile> read() {
        return written.map(unused -> file.setReadPos(0));
    }

    void close() {
        file.close();
    }
}
