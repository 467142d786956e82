package io.rapport.frame.openapi;

import io.rapport.frame.token.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Says of every operation which scope opens it, as the code's {@code @RolesAllowed} does. It stands beside the requirement, not
 * in it: OpenAPI 3.1 lets a bearer's roles stand there, but checkers take them for the scopes of an OAuth flow.
 */
final class RequiredScopes {
    private static final String SCHEME = "key";
    private static final String EXTENSION = "x-required-scope";

    private RequiredScopes() {}

    static void declare(OpenAPI document) {
        document.getComponents()
                .setSecuritySchemes(Map.of(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description(
                                        "A key: `sk_…` for servers, `pk_…` for pages, `adm_…` for administration.")));
        document.setSecurity(List.of(requirement()));
    }

    /** Any one of several scopes is enough. */
    static void document(Operation operation) {
        List<String> scopes = scopes(operation);
        if (scopes.isEmpty()) {
            return;
        }
        operation.setSecurity(List.of(requirement()));
        operation.addExtension(EXTENSION, scopes);
        if (scopes.stream().allMatch(RequiredScopes::isOfKeys)) {
            String text = scopes.stream().collect(Collectors.joining("` or `", "Scope: `", "`."));
            String description = Objects.requireNonNullElse(operation.getDescription(), "");
            operation.setDescription((description + "\n\n" + text).strip());
        }
    }

    private static List<String> scopes(Operation operation) {
        return Stream.ofNullable(operation.getSecurity())
                .flatMap(List::stream)
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isOfKeys(String scope) {
        return Scopes.SECRET.contains(scope) || scope.equals(Scopes.ADMIN);
    }

    private static SecurityRequirement requirement() {
        return OASFactory.createSecurityRequirement().addScheme(SCHEME);
    }
}
