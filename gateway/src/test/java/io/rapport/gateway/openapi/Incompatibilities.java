package io.rapport.gateway.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.BackwardIncompatibleProp;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.schema.ChangedNullable;

/**
 * What of a new document would break a client that was made for the old one. openapi-diff finds and judges the changes; we
 * are stricter than it where a member goes that was not required, where one may be null that never was, and where an
 * operation, and so its method in a generated client, is called otherwise.
 */
final class Incompatibilities {
    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            .configProperty(BackwardIncompatibleProp.OPERATION_ID_CHANGED.getPropertyName(), "true")
            .build();

    private final List<String> found = new ArrayList<>();

    private Incompatibilities() {}

    static List<String> between(ObjectNode old, ObjectNode changed) {
        ChangedOpenApi difference = OpenApiCompare.fromContents(
                Nullability.as30(old).toString(), Nullability.as30(changed).toString(), List.of(), OPTIONS);
        Incompatibilities all = new Incompatibilities();
        difference.getMissingEndpoints().forEach(gone -> all.found.add(gone + ": is gone"));
        difference
                .getChangedOperations()
                .forEach(operation -> all.look(operation.getHttpMethod() + " " + operation.getPathUrl(), operation));
        return all.found.stream().distinct().toList();
    }

    private void look(String where, Changed changed) {
        if (changed == null || changed.isUnchanged()) {
            return;
        }
        switch (changed) {
            case ChangedSchema schema -> schema(where, schema);
            case ChangedParameter parameter -> parts(where + " " + parameter.getName(), parameter);
            case ChangedList<?> list -> judge(where, list, losses(list.getMissing()) + gains(list.getIncreased()));
            case ChangedContent content -> {
                judge(
                        where,
                        content.isCoreChanged().isIncompatible(),
                        losses(content.getMissing().keySet()));
                content.getChanged().values().forEach(type -> look(where, type));
            }
            case ChangedApiResponse responses -> {
                judge(
                        where,
                        responses.isCoreChanged().isIncompatible(),
                        losses(responses.getMissing().keySet()));
                responses.getChanged().forEach((status, response) -> look(where + " " + status, response));
            }
            case ComposedChanged composed -> parts(where, composed);
            default -> judge(where, changed, name(changed) + " has changed");
        }
    }

    private void schema(String where, ChangedSchema schema) {
        int before = found.size();
        schema.getMissingProperties().keySet().forEach(name -> found.add(where + " " + name + ": is gone"));
        if (schema.getContext().isResponse() && becomesNullable(schema.getNullable())) {
            found.add(where + ": may be null now");
        }
        schema.getChangedProperties().forEach((name, property) -> look(where + " " + name, property));
        schema.getChangedElements().stream()
                .filter(Objects::nonNull)
                .filter(part -> !schema.getChangedProperties().containsValue(part))
                .forEach(part -> look(where, part));
        judge(
                where,
                found.size() == before && schema.isCoreChanged().isIncompatible(),
                "has another type, format or shape");
    }

    private static boolean becomesNullable(ChangedNullable nullable) {
        return nullable != null && Boolean.TRUE.equals(nullable.getRight()) && !Boolean.TRUE.equals(nullable.getLeft());
    }

    private void parts(String where, ComposedChanged composed) {
        int before = found.size();
        composed.getChangedElements().forEach(part -> look(where, part));
        judge(
                where,
                found.size() == before && composed.isCoreChanged().isIncompatible(),
                name(composed) + " has changed");
    }

    private void judge(String where, Changed changed, String what) {
        judge(where, changed.isIncompatible(), what);
    }

    private void judge(String where, boolean incompatible, String what) {
        if (incompatible) {
            found.add(where + ": " + what);
        }
    }

    private static String losses(Iterable<?> values) {
        return values.iterator().hasNext() ? "no longer has " + values : "";
    }

    private static String gains(List<?> values) {
        return values.isEmpty() ? "" : "now also has " + values;
    }

    private static String name(Changed changed) {
        return changed.getClass().getSimpleName().replace("Changed", "");
    }
}
