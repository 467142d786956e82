package io.rapport.sentiment.linear;

import io.rapport.sentiment.words.Lexicon;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Everything that training found out, in one compressed file.
 *
 * @param name with version, as readings state it
 * @param weights by what they are for
 * @param scalings of the weights with three classes, by the same names
 * @param secondLook the weights of the second look at reviews
 * @param feelings the scalings of the feelings, in their order
 * @param terms the category of each name of a thing, in lower case
 * @param heads the category of single words that are no such name, but like one
 * @param cues the category of what tells of a thing without its name
 */
public record ModelFile(
        String name,
        Lexicon lexicon,
        Map<String, Weights> weights,
        Map<String, Scaling> scalings,
        List<Double> secondLook,
        List<Logistic> feelings,
        Map<String, String> terms,
        Map<String, String> heads,
        Map<String, String> cues) {
    private static final int FORMAT = 0x52415033;

    /** Reads what {@link #write} wrote. */
    public static ModelFile read(InputStream from) throws IOException {
        try (DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(new GZIPInputStream(from)))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("not a model file of this version");
            }
            String name = in.readUTF();
            Lexicon lexicon = new Lexicon(readWords(in), readWords(in));
            Map<String, Weights> weights = new HashMap<>();
            Map<String, Scaling> scalings = new HashMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                weights.put(in.readUTF(), Weights.read(in));
            }
            for (int i = in.readInt(); i > 0; i--) {
                scalings.put(in.readUTF(), new Scaling(in.readDouble(), in.readDouble(), in.readDouble()));
            }
            List<Double> secondLook = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                secondLook.add(in.readDouble());
            }
            List<Logistic> feelings = new ArrayList<>();
            for (int i = in.readInt(); i > 0; i--) {
                feelings.add(new Logistic(in.readDouble(), in.readDouble(), in.readDouble()));
            }
            return new ModelFile(
                    name,
                    lexicon,
                    weights,
                    scalings,
                    secondLook,
                    feelings,
                    readNames(in),
                    readNames(in),
                    readNames(in));
        }
    }

    /** Writes the same bytes for the same model. */
    public void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(FORMAT);
            out.writeUTF(name);
            writeWords(out, lexicon.rated());
            writeWords(out, lexicon.learned());
            out.writeInt(weights.size());
            for (Map.Entry<String, Weights> entry : new TreeMap<>(weights).entrySet()) {
                out.writeUTF(entry.getKey());
                entry.getValue().write(out);
            }
            out.writeInt(scalings.size());
            for (Map.Entry<String, Scaling> entry : new TreeMap<>(scalings).entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeDouble(entry.getValue().slope());
                out.writeDouble(entry.getValue().negative());
                out.writeDouble(entry.getValue().positive());
            }
            out.writeInt(secondLook.size());
            for (double weight : secondLook) {
                out.writeDouble(weight);
            }
            out.writeInt(feelings.size());
            for (Logistic feeling : feelings) {
                out.writeDouble(feeling.slope());
                out.writeDouble(feeling.shift());
                out.writeDouble(feeling.threshold());
            }
            writeNames(out, terms);
            writeNames(out, heads);
            writeNames(out, cues);
        }
    }

    private static Map<String, String> readNames(DataInputStream in) throws IOException {
        Map<String, String> names = new HashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            // Of the few categories one copy each is enough.
            names.put(in.readUTF(), in.readUTF().intern());
        }
        return names;
    }

    private static void writeNames(DataOutputStream out, Map<String, String> names) throws IOException {
        out.writeInt(names.size());
        for (Map.Entry<String, String> entry : new TreeMap<>(names).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    private static Map<String, Float> readWords(DataInputStream in) throws IOException {
        Map<String, Float> words = new HashMap<>();
        for (int i = in.readInt(); i > 0; i--) {
            words.put(in.readUTF(), in.readShort() / 1000f);
        }
        return words;
    }

    private static void writeWords(DataOutputStream out, Map<String, Float> words) throws IOException {
        out.writeInt(words.size());
        for (Map.Entry<String, Float> entry : new TreeMap<>(words).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeShort(Math.round(entry.getValue() * 1000));
        }
    }
}
