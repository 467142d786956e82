package io.rapport.frame.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes rows of tables as one JSON object of lists while they are read. Columns are called as members are. */
public final class ExportWriter implements Closeable {
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

    private final ObjectMapper json;
    private final JsonGenerator out;

    public ExportWriter(ObjectMapper json, OutputStream to) throws IOException {
        this.json = json;
        this.out = json.getFactory().createGenerator(to);
        out.writeStartObject();
    }

    /** Rows, one after the other. */
    @FunctionalInterface
    public interface Rows {
        void writeTo(RowWriter each) throws IOException;
    }

    /** Takes a row, as a JSON object. */
    @FunctionalInterface
    public interface RowWriter {
        void write(String row) throws IOException;
    }

    public void list(String name, Rows rows) throws IOException {
        out.writeArrayFieldStart(name);
        rows.writeTo(row -> out.writeTree(named(json.readTree(row))));
        out.writeEndArray();
    }

    public void value(String name, JsonNode value) throws IOException {
        out.writeFieldName(name);
        out.writeTree(value);
    }

    @Override
    public void close() throws IOException {
        out.writeEndObject();
        out.close();
    }

    private ObjectNode named(JsonNode row) {
        ObjectNode named = json.createObjectNode();
        row.properties().forEach(column -> named.set(camel(column.getKey()), column.getValue()));
        return named;
    }

    /** A column's or table's name as a member's. */
    public static String camel(String column) {
        return UNDERSCORE
                .matcher(column)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).toUpperCase(Locale.ROOT)));
    }
}
