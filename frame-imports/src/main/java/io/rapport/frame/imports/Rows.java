package io.rapport.frame.imports;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The rows of a file, one after the other. */
interface Rows extends Closeable {

    /** The next row; null after the last. */
    Row next() throws IOException;

    /** Passes over a row without reading it. @return false after the last */
    boolean skip() throws IOException;

    /** The names of the columns; null where rows have none. */
    List<String> columns();
}
