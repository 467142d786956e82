package io.rapport.gateway.access.tenant;

import io.rapport.frame.problem.Problems;
import io.rapport.frame.token.Caller;
import io.rapport.frame.token.Scopes;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling one of the gateway's own resources: a business's key, or administration. */
@RequestScoped
public class Acting {
    /** What a person's subject begins with, before the id. */
    public static final String OF_PERSON = "person:";

    private final Caller caller;
    private final JsonWebToken token;

    Acting(Caller caller, JsonWebToken token) {
        this.caller = caller;
        this.token = token;
    }

    public boolean isAdmin() {
        return scopes().contains(Scopes.ADMIN);
    }

    public Set<String> scopes() {
        return token.getGroups();
    }

    public String subject() {
        return caller.subject();
    }

    public String business() {
        return caller.business();
    }

    /** The business or organisation whose people the caller is one of; for a key, whose key it is. */
    public String owner() {
        return subject().startsWith(OF_PERSON)
                ? Ids.ownerOfPerson(subject().substring(OF_PERSON.length())).orElseThrow()
                : business();
    }

    /** Whether what belongs to this business or organisation is the caller's to manage. */
    public boolean manages(String owner) {
        return isAdmin() || owner.equals(owner()) || caller.businesses().contains(owner);
    }

    /** The business of the id, if the caller may know of it: another's is not known here. */
    public String known(String business) {
        boolean may =
                Ids.isBusiness(business) && (isAdmin() || caller.businesses().contains(business));
        if (!may) {
            throw Problems.notFound("This business");
        }
        return business;
    }

    /** The business that a call is about: the key's own; administration names it. */
    public String businessOr(String named) {
        if (named != null) {
            return known(named);
        }
        if (isAdmin()) {
            throw Problems.validation("businessId", "is required: administration belongs to no business");
        }
        return business();
    }
}
