package io.rapport.frame.trace;

import io.quarkus.security.spi.runtime.AuthenticationSuccessEvent;
import io.rapport.frame.token.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Notes the business of a call as soon as its token is verified. */
@ApplicationScoped
class CallerInLog {

    void verified(@Observes AuthenticationSuccessEvent event) {
        if (event.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
            Set<String> businesses = Caller.businesses(token);
            if (businesses.size() == 1) {
                BusinessId.note(businesses.iterator().next());
            }
        }
    }
}
