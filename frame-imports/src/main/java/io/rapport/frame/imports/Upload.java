package io.rapport.frame.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.frame.json.Text;
import io.rapport.frame.problem.Problems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;

/** Reads a multipart body: the file goes straight to where it is kept, the small parts are read. */
final class Upload {
    private static final int LARGEST_PART = 100_000;
    private static final int LARGEST_HEADERS = 16_384;
    private static final String FILE = "file";
    private static final Set<String> PARTS = Set.of(FILE, "kind", "mapping");

    private final ObjectMapper json;
    private final List<String> kinds;
    private final Map<String, String> parts = new HashMap<>();
    private final Beginning file;
    private String fileName;

    /** What came beside the file, and what it says of itself. */
    record Form(String kind, Mapping mapping, String format, String fileName) {}

    /** @param kinds those that may come */
    Upload(ObjectMapper json, List<String> kinds, OutputStream kept) {
        this.json = json;
        this.kinds = kinds;
        this.file = new Beginning(kept);
    }

    Form read(InputStream body, String contentType) throws IOException {
        try {
            MultipartInput input = MultipartInput.builder()
                    .setInputStream(body)
                    .setBoundary(boundary(contentType))
                    .setPartHeaderSizeMax(LARGEST_HEADERS)
                    .get();
            for (boolean more = input.skipPreamble(); more; more = input.readBoundary()) {
                part(input);
            }
        } catch (FileUploadException | IllegalArgumentException malformed) {
            throw Problems.validation(null, "The body is not multipart/form-data as RFC 7578 has it.");
        }
        return form();
    }

    private void part(MultipartInput input) throws IOException {
        Map<String, String> disposition = disposition(input.readHeaders());
        String name = disposition.get("name");
        if (name == null || !PARTS.contains(name)) {
            throw Problems.validation(Text.shown(String.valueOf(name)), "is not a known part");
        }
        if (parts.containsKey(name)) {
            throw Problems.validation(name, "must be given once");
        }
        if (name.equals(FILE)) {
            parts.put(name, "");
            fileName = shortened(disposition.get("filename"));
            input.readBodyData(file);
            file.close();
        } else {
            ByteArrayOutputStream text = new Small(name);
            input.readBodyData(text);
            parts.put(name, text.toString(StandardCharsets.UTF_8));
        }
    }

    private Form form() {
        for (String required : new String[] {FILE, "kind"}) {
            if (!parts.containsKey(required)) {
                throw Problems.validation(required, "is required");
            }
        }
        return new Form(kind(parts.get("kind").strip()), mapping(parts.get("mapping")), format(), fileName);
    }

    private String kind(String kind) {
        if (!kinds.contains(kind)) {
            throw Problems.validation("kind", "must be one of " + String.join(", ", kinds));
        }
        return kind;
    }

    private Mapping mapping(String mapping) {
        if (mapping == null || mapping.isBlank()) {
            return null;
        }
        try {
            return Mapping.read(json.readTree(mapping));
        } catch (JsonProcessingException broken) {
            throw Problems.validation("mapping", "must be a JSON object");
        }
    }

    private String format() {
        return switch (file.first()) {
            case -1 -> throw Problems.validation(FILE, "must not be empty");
            case '{' -> DataImport.JSON_LINES;
            case '[' -> throw Problems.validation(FILE, "must be CSV, or JSON Lines: one object a line and no array");
            default -> DataImport.CSV;
        };
    }

    private static byte[] boundary(String contentType) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        String boundary = parser.parse(contentType, ';').get("boundary");
        if (boundary == null || boundary.isEmpty() || boundary.length() > 70) {
            throw Problems.validation(null, "The Content-Type must name the boundary of the parts.");
        }
        return boundary.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Map<String, String> disposition(String headers) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        return headers.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Disposition:", 0, 20))
                .findFirst()
                .map(line -> parser.parse(line.substring(20), ';'))
                .orElse(Map.of());
    }

    private static String shortened(String name) {
        return name == null || name.isBlank() ? null : Text.shown(name);
    }

    /** A part that must be small. */
    private static final class Small extends ByteArrayOutputStream {
        private final String name;

        Small(String name) {
            this.name = name;
        }

        @Override
        public synchronized void write(byte[] from, int offset, int length) {
            if (size() + length > LARGEST_PART) {
                throw Problems.validation(name, "must have at most " + LARGEST_PART + " bytes");
            }
            super.write(from, offset, length);
        }
    }

    /** Passes on what is written, and remembers how it began. */
    private static final class Beginning extends OutputStream {
        private static final Set<Integer> BEFORE =
                Set.of((int) ' ', (int) '\n', (int) '\r', (int) '\t', 0xEF, 0xBB, 0xBF);
        private final OutputStream to;
        private int first = -1;

        Beginning(OutputStream to) {
            this.to = to;
        }

        /** The first byte that isn't space or byte order mark; -1 where there is none. */
        int first() {
            return first;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            for (int i = 0; i < length && first < 0; i++) {
                int value = from[offset + i] & 0xFF;
                first = BEFORE.contains(value) ? -1 : value;
            }
            to.write(from, offset, length);
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }
}
