package io.rapport.gateway.access.person;

import io.rapport.gateway.access.session.OpenedPass;
import io.rapport.gateway.access.tenant.Isolated;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * E-mail address and password. An unknown address, a wrong password and a person who has none yet are answered alike, and
 * after the same work: as many hashes are computed as an address can have passwords.
 */
@ApplicationScoped
public class SignIn {
    private final Isolated isolated;
    private final Passwords passwords;
    private final Attempts attempts;
    private final PersonSessions sessions;

    SignIn(Isolated isolated, Passwords passwords, Attempts attempts, PersonSessions sessions) {
        this.isolated = isolated;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
    }

    /** Those whom address and password fit, at most one of each owner; empty where they fit nobody. */
    public List<Match> matches(EmailAddress email, String normalPassword, String network) {
        attempts.require(email, network);
        List<String> owners = isolated.unbound(() -> PersonAddress.owners(email));
        List<Person> people = isolated.in(Set.copyOf(owners), () -> Person.withPassword(email, owners));
        List<Match> fitting = new ArrayList<>();
        for (int i = 0; i < PersonPasswords.MOST_OF_ADDRESS; i++) {
            boolean fits = i < people.size()
                    ? passwords.matches(normalPassword, people.get(i).passwordHash)
                    : passwords.matchesNobody(normalPassword);
            if (fits) {
                fitting.add(new Match(people.get(i).ownerId, people.get(i).id));
            }
        }
        if (fitting.isEmpty()) {
            attempts.failed(email, network);
        } else {
            attempts.succeeded(email);
        }
        return fitting;
    }

    /** Empty where the person was removed in the meantime. */
    public Optional<OpenedPass> begin(Match match) {
        return isolated.in(
                match.owner(), () -> Person.known(match.owner(), match.person()).map(sessions::begin));
    }

    /** Somebody whose password it is. */
    public record Match(String owner, String person) {}
}
