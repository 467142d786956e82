package io.rapport.gateway.access.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.rapport.frame.json.JsonInput;
import io.rapport.frame.problem.Problems;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked for when a key is made. */
record NewKey(
        @Schema(defaultValue = "secret") KeyKind kind,
        @Schema(maxLength = 100, nullable = true) String name,

        @Schema(description = "Left out: all that the kind can have and the caller has.", nullable = true)
        Set<String> scopes,

        @Schema(description = "For administration, which belongs to no business.", nullable = true)
        String businessId) {
    private static final int MOST_SCOPES = 50;

    static NewKey read(JsonNode body) {
        JsonInput input = JsonInput.object(body);
        String kind = input.oneOf("kind", KeyKind.LABELS);
        String name = input.text("name", 100);
        Set<String> scopes = Set.copyOf(input.texts("scopes", MOST_SCOPES, 100));
        String business = input.text("businessId", 40);
        KeyKind wanted = kind == null ? KeyKind.SECRET : KeyKind.ofLabel(kind);
        scopes.stream()
                .filter(scope -> !wanted.most().contains(scope))
                .sorted()
                .forEach(scope ->
                        input.refuse("scopes", "must hold only scopes that a " + wanted.label() + " key can have"));
        if (input.has("scopes") && scopes.isEmpty()) {
            input.refuse(
                    "scopes",
                    "must name at least one scope; without the member the key gets all that its kind can have");
        }
        input.finish();
        return new NewKey(wanted, name, scopes, business);
    }

    /** The scopes that the new key gets from a caller that has these. */
    Set<String> granted(Set<String> caller, boolean admin) {
        Set<String> wanted = scopes.isEmpty() ? defaults(caller, admin) : scopes;
        if (!admin && !caller.containsAll(wanted)) {
            throw Problems.forbidden("A key can't give scopes that it does not have itself.");
        }
        return wanted;
    }

    private Set<String> defaults(Set<String> caller, boolean admin) {
        return admin || kind == KeyKind.PUBLISHABLE
                ? kind.most()
                : caller.stream().filter(kind.most()::contains).collect(Collectors.toSet());
    }
}
