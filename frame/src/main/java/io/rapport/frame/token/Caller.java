package io.rapport.frame.token;

import io.rapport.frame.problem.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, as the verified token says. */
@RequestScoped
public class Caller {
    private final JsonWebToken token;
    private Said said;

    public Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The one business that the call is about. */
    public String business() {
        Set<String> businesses = businesses();
        if (businesses.size() != 1) {
            throw Problems.forbidden("The token is not bound to one business.");
        }
        return businesses.iterator().next();
    }

    /** The businesses whose data the call may touch; empty without a token. */
    public Set<String> businesses() {
        return said().businesses;
    }

    /** The businesses that a verified token names. */
    public static Set<String> businesses(JsonWebToken token) {
        Object claim = token.getClaim(TokenGrant.BUSINESSES);
        return claim instanceof Collection<?> values
                ? values.stream().map(Caller::string).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** Who acts: the key or connection behind the call. */
    public String subject() {
        return said().subject;
    }

    /** {@code server} or {@code browser}. */
    public String origin() {
        return said().origin;
    }

    public boolean fromBrowser() {
        return TokenGrant.BROWSER.equals(origin());
    }

    /** Refuses a publishable key, which everybody can read, where only a server may write. */
    public void requireServer(String what) {
        if (fromBrowser()) {
            throw Problems.forbidden(what + " can be written with a secret key alone.");
        }
    }

    /** Looked up when somebody asks first: without a token nobody may have to. */
    private Said said() {
        if (said == null) {
            said = new Said(businesses(token), token.getSubject(), string(token.getClaim(TokenGrant.ORIGIN)));
        }
        return said;
    }

    private record Said(Set<String> businesses, String subject, String origin) {}

    private static String string(Object value) {
        return value instanceof JsonString json ? json.getString() : String.valueOf(value);
    }
}
