package io.rapport.sentiment.corenlp.convert;

import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import io.rapport.sentiment.corenlp.CoreNlp;
import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Run by the build: reads CoreNLP's models and writes their numbers into one file that loads in a second and
 * needs a quarter of the memory. The file is CoreNLP's data in another form, under CoreNLP's licence (GPL-3.0-or-later).
 */
public final class ConvertModels {
    private ConvertModels() {}

    /** @param args the folder with the models, and the file to write unless it is there and of the present format */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[1]);
        if (isPresent(file)) {
            return;
        }
        RedwoodConfiguration.current().clear().apply();
        Files.createDirectories(file.getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (ModelOutput out = new ModelOutput(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 20))) {
            write(Path.of(args[0]), out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isPresent(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (ModelInput in = new ModelInput(Files.newInputStream(file))) {
            return CoreNlp.FORMAT.equals(in.text());
        }
    }

    private static void write(Path models, ModelOutput out) throws IOException {
        out.text(CoreNlp.FORMAT);
        TaggerExport tagger = new TaggerExport(models + "/pos-tagger/english-left3words-distsim.tagger");
        tagger.write(out);
        new ParserExport(models + "/srparser/englishSR.ser.gz", tagger.tags()).write(out);
        new JudgeExport(models + "/sentiment/sentiment.ser.gz").write(out);
    }
}
