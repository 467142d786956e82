package io.rapport.frame.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/** The rows of a file of JSON Lines: an object a line, in UTF-8. A line that is none is a bad row, and the next is read. */
final class JsonRows implements Rows {
    private static final int LONGEST_LINE = 1_048_576;

    private final InputStream in;
    private final ObjectMapper json;
    private final Mapping mapping;
    private final ZoneId zone;

    JsonRows(InputStream in, ObjectMapper json, Mapping mapping, ZoneId zone) {
        this.in = new BufferedInputStream(in, 65_536);
        this.json = json;
        this.mapping = mapping;
        this.zone = zone;
    }

    @Override
    public List<String> columns() {
        return null;
    }

    @Override
    public boolean skip() throws IOException {
        return line() != null;
    }

    @Override
    public Row next() throws IOException {
        ByteArrayOutputStream line = line();
        if (line == null) {
            return null;
        }
        if (line.size() > LONGEST_LINE) {
            return new Row(List.of(), null, "is longer than " + LONGEST_LINE + " bytes");
        }
        try {
            return row(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString());
        } catch (CharacterCodingException other) {
            return new Row(List.of(), null, "is not in UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Row row(String text) {
        try {
            JsonNode row = json.readTree(text);
            if (!row.isObject()) {
                return new Row(List.of(text), null, "must be a JSON object");
            }
            ObjectNode fact = mapping == null
                    ? (ObjectNode) row
                    : mapping.apply(json.createObjectNode(), column -> Members.find(row, column), zone);
            return new Row(List.of(text), fact, null);
        } catch (JsonProcessingException broken) {
            return new Row(List.of(text), null, "is not valid JSON");
        }
    }

    /** The next line that isn't blank; of one that is too long only the beginning, so that it takes no room. */
    private ByteArrayOutputStream line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean blank = true;
        int next = in.read();
        while (next >= 0) {
            if (next == '\n' && !blank) {
                return line;
            }
            if (next != '\n' && line.size() <= LONGEST_LINE) {
                blank &= next == ' ' || next == '\t' || next == '\r';
                line.write(next);
            } else if (next == '\n') {
                line.reset();
            }
            next = in.read();
        }
        return blank ? null : line;
    }
}
