package io.rapport.gateway.access;

import io.rapport.gateway.proxy.Part;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of the table of what the gateway serves.
 *
 * @param label the path as documents write it, for counting
 * @param path which normalised paths it is about
 * @param methods which methods it is about; empty for all
 * @param scopes any one of these opens it; empty where no key is asked for
 * @param publishable whether a key that everybody can read may use it
 * @param part the service behind it; null where the gateway answers itself
 */
public record Route(
        String label, Pattern path, Set<String> methods, Set<String> scopes, boolean publishable, Part part) {

    boolean matches(String method, String normalisedPath) {
        return (methods.isEmpty() || methods.contains(method))
                && path.matcher(normalisedPath).matches();
    }

    boolean opensFor(Principal caller) {
        return (publishable || !caller.publishable()) && scopes.stream().anyMatch(caller.scopes()::contains);
    }
}
