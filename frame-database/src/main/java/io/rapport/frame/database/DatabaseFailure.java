package io.rapport.frame.database;

import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tells a database that is away from one that refuses what we ask. */
public final class DatabaseFailure {
    private static final int DEEPEST = 30;

    private DatabaseFailure() {}

    /** Whether the failure, or a reason for it, says that the database can't be reached or is going down or is out of room. */
    public static boolean isOutage(Throwable failure) {
        return has(failure, DatabaseFailure::outage, DEEPEST);
    }

    /** Whether others were at the same rows, so that the same may go well the next time. */
    public static boolean isCollision(Throwable failure) {
        return has(failure, DatabaseFailure::collision, DEEPEST);
    }

    /** A commit that fails keeps its reason among what it suppressed, not as its cause. */
    private static boolean has(Throwable failure, Predicate<SQLException> reason, int deepest) {
        return failure != null
                && deepest > 0
                && (failure instanceof SQLException sql && reason.test(sql)
                        || has(failure.getCause(), reason, deepest - 1)
                        || Stream.of(failure.getSuppressed()).anyMatch(one -> has(one, reason, deepest - 1)));
    }

    private static boolean collision(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.startsWith("40");
    }

    private static boolean outage(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return String.valueOf(failure.getMessage()).contains("timeout");
        }
        // 08 connection, 53 resources, 57P0x shutdown and crash, 25006 read-only standby, 40 serialisation and deadlock
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || collision(failure)
                || state.equals("25006");
    }
}
