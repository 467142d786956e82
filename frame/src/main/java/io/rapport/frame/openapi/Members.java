package io.rapport.frame.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * The members of objects. What is only ever answered has all its members, as null ones are written too; so they are required,
 * unless the schema itself says which of them are. Where values are listed and null may stand, it is one of them.
 */
final class Members {
    private static final String SCHEMAS = "#/components/schemas/";

    private final Map<String, Schema> named;

    private Members(Map<String, Schema> named) {
        this.named = named;
    }

    static void complete(OpenAPI document) {
        Map<String, Schema> named = document.getComponents().getSchemas();
        if (named == null) {
            return;
        }
        Members members = new Members(named);
        List<Operation> operations = document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .toList();
        Set<String> asked = members.reached(operations.stream()
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .map(body -> body.getContent()));
        Set<String> answered = members.reached(operations.stream()
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .map(response -> response.getContent()));
        answered.removeAll(asked);
        answered.stream().map(named::get).filter(Objects::nonNull).forEach(Members::requireAll);
        named.values().stream().flatMap(Members::withAllInside).forEach(members::tidy);
    }

    private static void requireAll(Schema schema) {
        boolean says = schema.getRequired() != null && !schema.getRequired().isEmpty();
        if (!says && schema.getProperties() != null) {
            schema.setRequired(schema.getProperties().keySet().stream().sorted().toList());
        }
    }

    private void tidy(Schema schema) {
        Schema alias =
                schema.getRef() == null ? null : named.get(schema.getRef().replace(SCHEMAS, ""));
        if (alias != null && alias.getRef() != null) {
            schema.setRef(alias.getRef());
        }
        boolean saidElsewhere = schema.getRef() != null
                || schema.getAnyOf() != null && !schema.getAnyOf().isEmpty();
        if (saidElsewhere) {
            schema.setType(null);
        }
        mayBeOneOfSeveral(schema);
        listNull(schema);
    }

    /** Of what is a number or a text, say, its own type says nothing but that it may be null. */
    private static void mayBeOneOfSeveral(Schema schema) {
        List<Schema> parts = schema.getOneOf();
        boolean plain = parts != null
                && !parts.isEmpty()
                && parts.stream().allMatch(part -> part.getRef() == null && part.getProperties() == null);
        if (plain && schema.getType() != null) {
            if (schema.getType().contains(SchemaType.NULL)) {
                schema.addOneOf(OASFactory.createSchema().addType(SchemaType.NULL));
            }
            schema.setType(null);
        }
    }

    private static void listNull(Schema schema) {
        List<Object> values = schema.getEnumeration();
        boolean mayBeNull = schema.getType() != null && schema.getType().contains(SchemaType.NULL);
        if (mayBeNull && values != null && !values.contains(null)) {
            List<Object> withNull = new ArrayList<>(values);
            withNull.add(null);
            schema.setEnumeration(withNull);
        }
    }

    private Set<String> reached(Stream<Content> contents) {
        Set<String> names = new HashSet<>();
        contents.filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(type -> type.getSchema())
                .filter(Objects::nonNull)
                .forEach(schema -> reach(schema, names));
        return names;
    }

    private void reach(Schema schema, Set<String> names) {
        withAllInside(schema).map(Schema::getRef).filter(Objects::nonNull).forEach(ref -> {
            String name = ref.replace(SCHEMAS, "");
            if (names.add(name) && named.containsKey(name)) {
                reach(named.get(name), names);
            }
        });
    }

    private static Stream<Schema> withAllInside(Schema schema) {
        Stream<Schema> parts = Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : schema.getProperties().values(),
                        schema.getAllOf(),
                        schema.getAnyOf(),
                        schema.getOneOf(),
                        schema.getItems() == null ? null : List.of(schema.getItems()),
                        schema.getAdditionalPropertiesSchema() == null
                                ? null
                                : List.of(schema.getAdditionalPropertiesSchema()))
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
        return Stream.concat(Stream.of(schema), parts.flatMap(Members::withAllInside));
    }
}
