package io.rapport.launcher.process;

import java.time.Duration;

/** Ends an ordinary process: asks first, and insists after a while. */
public final class Termination {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LOOK_AGAIN_MILLIS = 50;

    private Termination() {}

    public static void end(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (!isGoneWithin(process, PATIENCE)) {
            process.destroyForcibly();
            isGoneWithin(process, PATIENCE);
        }
    }

    public static boolean isGoneWithin(ProcessHandle process, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isGone(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return true;
    }

    /** A dead process that its parent never asks about (a container's first process, say) stays listed without a command. */
    private static boolean isGone(ProcessHandle process) {
        return !process.isAlive() || process.info().command().isEmpty();
    }
}
