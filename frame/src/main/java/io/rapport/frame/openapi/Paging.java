package io.rapport.frame.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters of lists, described once: a parameter of these names without a schema is one of them. */
public final class Paging {
    public static final String CURSOR = "cursor";
    public static final String LIMIT = "limit";

    private static final int MOST = 200;
    private static final int USUAL = 50;

    private Paging() {}

    static void declare(Components components) {
        components.addParameter(
                CURSOR,
                query(
                        CURSOR,
                        "`next` of the page before.",
                        OASFactory.createSchema().addType(SchemaType.STRING)));
        components.addParameter(
                LIMIT,
                query(
                        LIMIT,
                        "The most items of a page.",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(MOST))
                                .defaultValue(USUAL)));
    }

    static void document(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        if (parameters != null) {
            operation.setParameters(parameters.stream()
                    .map(parameter ->
                            isShared(parameter) ? OASFactory.createParameter().ref(parameter.getName()) : parameter)
                    .toList());
        }
    }

    private static boolean isShared(Parameter parameter) {
        return (CURSOR.equals(parameter.getName()) || LIMIT.equals(parameter.getName()))
                && parameter.getSchema() == null;
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(schema);
    }
}
