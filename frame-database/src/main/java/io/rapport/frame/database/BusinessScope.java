package io.rapport.frame.database;

import io.quarkus.arc.Arc;
import io.rapport.frame.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The businesses whose rows the current thread may touch: those of the request's token, or those that a background job has
 * named. Row-level security in PostgreSQL enforces them; without any, no row is seen.
 */
@ApplicationScoped
public class BusinessScope {
    private final ThreadLocal<Set<String>> named = new ThreadLocal<>();
    private final Caller caller;

    BusinessScope(Caller caller) {
        this.caller = caller;
    }

    /** Runs work for these businesses. Transactions must begin inside of it. */
    public <T> T call(Set<String> businesses, Supplier<T> work) {
        Set<String> before = named.get();
        named.set(Set.copyOf(businesses));
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    public void run(Set<String> businesses, Runnable work) {
        call(businesses, () -> {
            work.run();
            return null;
        });
    }

    Set<String> current() {
        Set<String> explicit = named.get();
        if (explicit != null) {
            return explicit;
        }
        return Arc.container().requestContext().isActive() ? caller.businesses() : Set.of();
    }

    private void restore(Set<String> before) {
        if (before == null) {
            named.remove();
        } else {
            named.set(before);
        }
    }
}
