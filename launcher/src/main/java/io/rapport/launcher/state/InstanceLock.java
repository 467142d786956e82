package io.rapport.launcher.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Held by the one supervisor of a home; the system frees it however that process ends. */
public final class InstanceLock implements AutoCloseable {
    private static final int ATTEMPTS = 10;
    private static final int PAUSE_MILLIS = 50;
    /** Closing any channel of a file, or forgetting it, drops the lock: so it is kept, and never opened twice. */
    private static final Map<Path, InstanceLock> HELD_HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;

    private InstanceLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Tries more than once, as another command may hold the lock for the moment in which it looks. */
    public static Optional<InstanceLock> tryTake(Path run) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<InstanceLock> lock = tryOnce(run);
            if (lock.isPresent()) {
                return lock;
            }
            pause();
        }
        return Optional.empty();
    }

    public static boolean isHeld(Path run) throws IOException {
        if (!Files.isDirectory(run)) {
            return false;
        }
        Optional<InstanceLock> taken = tryOnce(run);
        if (taken.isEmpty()) {
            return true;
        }
        taken.get().close();
        return false;
    }

    private static Optional<InstanceLock> tryOnce(Path run) throws IOException {
        Files.createDirectories(run);
        Path file = run.toRealPath().resolve("supervisor.lock");
        synchronized (HELD_HERE) {
            return HELD_HERE.containsKey(file) ? Optional.empty() : tryFile(file);
        }
    }

    private static Optional<InstanceLock> tryFile(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        InstanceLock lock = new InstanceLock(file, channel);
        HELD_HERE.put(file, lock);
        return Optional.of(lock);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD_HERE) {
            channel.close();
            HELD_HERE.remove(file);
        }
    }
}
