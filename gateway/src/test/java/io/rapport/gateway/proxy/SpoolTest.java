package io.rapport.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/** What goes through a file comes out as it went in, however soon it is read. */
class SpoolTest {
    private static final Buffer PIECE = Buffer.buffer("x".repeat(5_000_000));

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @RepeatedTest(5)
    void whatIsReadIsAllThatWasWritten() throws Exception {
        Buffer read = Spool.open(vertx, folder.toString())
                .compose(SpoolTest::throughIt)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        assertThat(read.length()).isEqualTo(10 * PIECE.length());
        assertThat(read.toString().indexOf('\0')).isEqualTo(-1);
    }

    private static Future<Buffer> throughIt(Spool spool) {
        for (int i = 0; i < 10; i++) {
            spool.write(PIECE);
        }
        Buffer all = Buffer.buffer();
        Promise<Buffer> end = Promise.promise();
        return spool.read()
                .compose(file -> {
                    file.exceptionHandler(end::fail)
                            .endHandler(unused -> end.complete(all))
                            .handler(all::appendBuffer);
                    return end.future();
                })
                .onComplete(done -> spool.close());
    }
}
