package io.rapport.sentiment.corenlp.convert;

import edu.stanford.nlp.neural.SimpleTensor;
import edu.stanford.nlp.sentiment.SentimentModel;
import io.rapport.sentiment.corenlp.judge.Composition;
import io.rapport.sentiment.corenlp.judge.Words;
import io.rapport.sentiment.corenlp.table.FeatureTable;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import io.rapport.sentiment.corenlp.table.TextHash;
import java.io.IOException;
import java.util.Map;
import org.ejml.simple.SimpleMatrix;

/** Writes the sentiment network. */
final class JudgeExport {
    private static final String UNKNOWN = "*UNK*";
    private static final String ANY = "";

    private final SentimentModel model;

    JudgeExport(String path) {
        this.model = SentimentModel.loadSerialized(path);
        Hidden.require(
                model.op.simplifiedModel && model.op.combineClassification && model.op.useTensors,
                "one network for all categories");
        Hidden.require(!model.op.lowercaseWordVectors, "words as they are written");
    }

    void write(ModelOutput out) throws IOException {
        words().write(out);
        SimpleTensor tensor = model.binaryTensors.get(ANY, ANY);
        double[][] slices = new double[tensor.numSlices()][];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = rows(tensor.getSlice(i));
        }
        Composition.of(model.numHid, rows(model.binaryTransform.get(ANY, ANY)), slices)
                .write(out);
        out.doubles(rows(model.unaryClassification.get(ANY)));
    }

    private Words words() {
        double[][] vectors = new double[model.wordVectors.size() + 1][];
        vectors[0] = squashed(model.wordVectors.get(UNKNOWN));
        FeatureTable.Builder places = new FeatureTable.Builder(vectors.length);
        int place = 1;
        for (Map.Entry<String, SimpleMatrix> word : model.wordVectors.entrySet()) {
            vectors[place] = squashed(word.getValue());
            places.put(TextHash.of(word.getKey()), place++);
        }
        return new Words(places.build(), vectors);
    }

    private static double[] squashed(SimpleMatrix vector) {
        double[] values = rows(vector);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.tanh(values[i]);
        }
        return values;
    }

    private static double[] rows(SimpleMatrix matrix) {
        double[] values = new double[matrix.numRows() * matrix.numCols()];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.get(i / matrix.numCols(), i % matrix.numCols());
        }
        return values;
    }
}
