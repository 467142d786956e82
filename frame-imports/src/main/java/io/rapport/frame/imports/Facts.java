package io.rapport.frame.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rapport.frame.problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What some rows of a file say, on its way to be stored with one commit. */
public interface Facts {

    /**
     * Reads what a row says, by the rules of its kind.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem that names each rule that it breaks
     */
    void add(ObjectNode fact);

    /** When the first of them happened; null where they don't. */
    default Instant firstAt() {
        return null;
    }

    /** When the last of them did. */
    default Instant lastAt() {
        return null;
    }

    /** Stores them, and in the same transaction what is told to be beside them, which may throw: then nothing is stored. */
    void store(Beside beside);

    /** What else the transaction stores. */
    @FunctionalInterface
    interface Beside {
        void store(Stored stored);
    }

    /**
     * What became of them.
     *
     * @param fresh how many were new
     * @param refused those that what is stored already speaks against, by their places from 0
     */
    record Stored(int fresh, Map<Integer, List<FieldError>> refused) {
        public Stored(int fresh) {
            this(fresh, Map.of());
        }
    }
}
