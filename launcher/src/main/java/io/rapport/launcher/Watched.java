package io.rapport.launcher;

import io.rapport.launcher.process.Supervised;

/** A process of the run, its port, and how to tell whether it does its work. */
record Watched(Supervised process, int port, Readiness readiness) {

    /** Whether a process does its work. */
    @FunctionalInterface
    interface Readiness {
        boolean isReady() throws InterruptedException;
    }

    String name() {
        return process.name();
    }

    boolean isReady() throws InterruptedException {
        return readiness.isReady();
    }
}
