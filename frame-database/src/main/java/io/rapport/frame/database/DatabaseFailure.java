package io.rapport.frame.database;

import java.sql.SQLException;
import java.util.stream.Stream;

/** Tells a database that is away from one that refuses what we ask. */
public final class DatabaseFailure {
    private static final int DEEPEST = 30;

    private DatabaseFailure() {}

    /** Whether the failure, or a reason for it, says that the database can't be reached or is going down or is out of room. */
    public static boolean isOutage(Throwable failure) {
        return isOutage(failure, DEEPEST);
    }

    /** A commit that fails keeps its reason among what it suppressed, not as its cause. */
    private static boolean isOutage(Throwable failure, int deepest) {
        return failure != null
                && deepest > 0
                && (outage(failure)
                        || isOutage(failure.getCause(), deepest - 1)
                        || Stream.of(failure.getSuppressed()).anyMatch(reason -> isOutage(reason, deepest - 1)));
    }

    private static boolean outage(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        if (state == null) {
            return String.valueOf(sql.getMessage()).contains("timeout");
        }
        // 08 connection, 53 resources, 57P0x shutdown and crash, 25006 read-only standby, 40 serialisation and deadlock
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("40")
                || state.equals("25006");
    }
}
