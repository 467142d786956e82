package io.rapport.frame.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.rapport.frame.json.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The rows of a CSV file in UTF-8, whose first line names the columns; parted by commas, semicolons or tabs as that line is. */
final class CsvRows implements Rows {
    private static final int LONGEST_FIELD = 1_048_576;
    private static final int LONGEST_NAME = 500;
    private static final int LOOK_AHEAD = 65_536;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final Mapping mapping;
    private final ZoneId zone;
    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();

    private CsvRows(CsvReader<CsvRecord> reader, Mapping mapping, ZoneId zone) {
        this.reader = reader;
        this.records = reader.iterator();
        this.mapping = mapping;
        this.zone = zone;
        this.columns = header();
    }

    static CsvRows open(InputStream file, Mapping mapping, ZoneId zone) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, LOOK_AHEAD);
        skipByteOrderMark(in);
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(in))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
        return new CsvRows(reader, mapping, zone);
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean skip() {
        return record() != null;
    }

    @Override
    public Row next() {
        CsvRecord row = record();
        if (row == null) {
            return null;
        }
        List<String> cells = row.getFields();
        if (cells.size() != columns.size()) {
            return new Row(cells, null, "has " + cells.size() + " fields where the first line has " + columns.size());
        }
        ObjectNode fact = JsonNodeFactory.instance.objectNode();
        if (mapping != null) {
            mapping.apply(fact, column -> cell(cells.get(places.get(column))), zone);
        } else {
            places.forEach((column, place) -> {
                JsonNode value = cell(cells.get(place));
                if (value != null) {
                    Members.put(fact, column, value);
                }
            });
        }
        return new Row(cells, fact, null);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private List<String> header() {
        CsvRecord first = record();
        if (first == null) {
            throw new BadFile("The file is empty.");
        }
        List<String> names = first.getFields().stream().map(String::strip).toList();
        for (int i = 0; i < names.size(); i++) {
            requireNameable(names.get(i));
            places.put(names.get(i), i);
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new BadFile("The first line names a column twice.");
        }
        if (mapping != null) {
            mapping.columns().stream()
                    .filter(column -> !places.containsKey(column))
                    .findFirst()
                    .ifPresent(column -> {
                        throw new BadFile(
                                "The mapping names the column '" + column + "', which the file doesn't have.");
                    });
        }
        return names;
    }

    /** Names are kept and shown, and each dot in one is a level. */
    private static void requireNameable(String column) {
        String rule = Text.brokenRule(column, LONGEST_NAME);
        if (rule != null) {
            throw new BadFile("The column '" + Text.shown(column) + "' of the first line " + rule + ".");
        }
    }

    private CsvRecord record() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException | UncheckedIOException unreadable) {
            if (unreadable.getCause() instanceof CharacterCodingException) {
                throw new BadFile("The file is not in UTF-8.");
            }
            if (unreadable.getCause() instanceof IOException && !(unreadable instanceof CsvParseException)) {
                throw unreadable;
            }
            throw new BadFile("The file is no CSV from some row on: " + unreadable.getMessage());
        }
    }

    /** An empty cell says nothing. */
    private static JsonNode cell(String text) {
        return text.isEmpty() ? null : TextNode.valueOf(text);
    }

    private static void skipByteOrderMark(BufferedInputStream in) throws IOException {
        in.mark(BOM.length);
        if (!Arrays.equals(in.readNBytes(BOM.length), BOM)) {
            in.reset();
        }
    }

    /** Whichever the first line has most of. */
    private static char separator(BufferedInputStream in) throws IOException {
        in.mark(LOOK_AHEAD);
        int[] found = new int[3];
        for (int i = 0, next = in.read(); i < LOOK_AHEAD - 1 && next >= 0 && next != '\n'; i++, next = in.read()) {
            int which = ",;\t".indexOf(next);
            if (which >= 0) {
                found[which]++;
            }
        }
        in.reset();
        return found[1] > found[0] ? (found[2] > found[1] ? '\t' : ';') : found[2] > found[0] ? '\t' : ',';
    }
}
