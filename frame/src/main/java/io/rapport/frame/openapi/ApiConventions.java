package io.rapport.frame.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * What holds of every operation is documented here, once: who may call it, how it fails, what its headers say, and what its
 * bodies look like. A service's own annotations say what is particular to it, and win.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiConventions implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
        RequiredScopes.declare(document);
        Failures.declare(components);
        Headers.declare(components);
        Paging.declare(components);
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> document(document, path, method, operation)));
        Members.complete(document);
    }

    private static void document(OpenAPI document, String path, PathItem.HttpMethod method, Operation operation) {
        boolean locates = method == PathItem.HttpMethod.POST
                && document.getPaths().getPathItems().containsKey(path + "/{id}");
        Paging.document(operation);
        Headers.document(operation, locates);
        RequiredScopes.document(operation);
        Failures.document(path, operation);
        Examples.document(operation);
    }
}
