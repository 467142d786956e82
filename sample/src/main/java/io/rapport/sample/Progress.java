package io.rapport.sample;

/** Told how far the loader is; called from several threads, one at a time, with {@code done} growing. */
@FunctionalInterface
public interface Progress {

    /** Of {@code total} facts of this kind so many are stored. */
    void report(String kind, int done, int total);
}
