package io.rapport.frame.problem;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a failure is only that the other side of the request hung up: nobody's mistake, and nobody waits for an answer. */
final class Disconnect {
    private static final Pattern GONE =
            Pattern.compile("(?i)connection (was |has been |is )?(closed|reset).*|broken pipe");
    private static final int DEEPEST = 10;

    private Disconnect() {}

    static boolean isBehind(Throwable failure) {
        // A database's connection is another matter.
        return chain(failure).noneMatch(SQLException.class::isInstance)
                && chain(failure).anyMatch(Disconnect::tells);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    private static boolean tells(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof IOException
                        && failure.getMessage() != null
                        && GONE.matcher(failure.getMessage()).matches();
    }
}
