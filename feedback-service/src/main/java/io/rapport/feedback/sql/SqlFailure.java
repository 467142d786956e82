package io.rapport.feedback.sql;

import java.sql.SQLException;

/** A statement that PostgreSQL refused, or a PostgreSQL that is away; the cause tells which. */
public class SqlFailure extends RuntimeException {
    public SqlFailure(SQLException cause) {
        super(cause);
    }
}
