package io.rapport.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether there is room before anything is written. */
final class Disk {
    private static final long MEGABYTE = 1L << 20;
    private static final long FIRST_START = 1000;
    private static final long LATER = 200;

    private Disk() {}

    static void requireRoom(Path home, boolean isFirstStart) throws IOException {
        requireRoom(home, isFirstStart, Files.getFileStore(home).getUsableSpace() / MEGABYTE);
    }

    static void requireRoom(Path home, boolean isFirstStart, long freeMegabytes) {
        long needed = isFirstStart ? FIRST_START : LATER;
        if (freeMegabytes < needed) {
            throw new Trouble("The disk that holds " + home + " has " + freeMegabytes + " MB left, and Rapport needs "
                    + needed + " MB: free some space, or set RAPPORT_HOME to a folder on another disk.");
        }
    }
}
