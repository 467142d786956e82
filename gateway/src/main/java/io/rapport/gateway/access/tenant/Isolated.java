package io.rapport.gateway.access.tenant;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.rapport.frame.database.BusinessScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.Callable;

/** A transaction that sees the rows of the named businesses and of no others. */
@ApplicationScoped
public class Isolated {
    private final BusinessScope scope;

    Isolated(BusinessScope scope) {
        this.scope = scope;
    }

    public <T> T in(String business, Callable<T> work) {
        return in(Set.of(business), work);
    }

    public <T> T in(Set<String> businesses, Callable<T> work) {
        return scope.call(businesses, () -> QuarkusTransaction.requiringNew().call(work));
    }

    public void run(String business, Runnable work) {
        scope.run(Set.of(business), () -> QuarkusTransaction.requiringNew().run(work));
    }

    /** For the few tables that hold nothing of a business but its id. */
    public <T> T unbound(Callable<T> work) {
        return in(Set.of(), work);
    }
}
