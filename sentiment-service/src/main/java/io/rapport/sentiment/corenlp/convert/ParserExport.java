package io.rapport.sentiment.corenlp.convert;

import edu.stanford.nlp.parser.common.ParserGrammar;
import edu.stanford.nlp.parser.shiftreduce.BasicFeatureFactory;
import edu.stanford.nlp.parser.shiftreduce.BinaryTransition;
import edu.stanford.nlp.parser.shiftreduce.CompoundUnaryTransition;
import edu.stanford.nlp.parser.shiftreduce.FinalizeTransition;
import edu.stanford.nlp.parser.shiftreduce.IdleTransition;
import edu.stanford.nlp.parser.shiftreduce.ShiftReduceParser;
import edu.stanford.nlp.parser.shiftreduce.ShiftTransition;
import edu.stanford.nlp.parser.shiftreduce.Transition;
import edu.stanford.nlp.parser.shiftreduce.WeightMap;
import edu.stanford.nlp.trees.ModCollinsHeadFinder;
import io.rapport.sentiment.corenlp.parse.Labels;
import io.rapport.sentiment.corenlp.parse.Moves;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the shift-reduce parser. */
final class ParserExport {
    private final ShiftReduceParser parser;
    private final Object model;
    private final Labels labels;
    private final List<Transition> transitions = new ArrayList<>();

    ParserExport(String path, String... tags) {
        this.parser = (ShiftReduceParser) ParserGrammar.loadModel(path);
        parser.setOptionFlags(parser.defaultCoreNLPFlags());
        this.model = Hidden.field(parser, "model");
        Hidden.<Iterable<Transition>>field(model, "transitionIndex").forEach(transitions::add);
        check();
        this.labels = new Labels(labels(tags));
    }

    void write(ModelOutput out) throws IOException {
        labels.write(out);
        new Moves(transitions.stream().map(this::move).toList()).write(out);
        WeightsExport.weights(Hidden.<WeightMap>field(model, "featureWeights"), transitions.size())
                .write(out);
        new HeadRulesExport(labels, parser.treebankLanguagePack()).rules().write(out);
    }

    private void check() {
        Hidden.require(
                BasicFeatureFactory.class
                        == Hidden.field(model, "featureFactory").getClass(),
                "the parser's features");
        Object options = Hidden.field(model, "op");
        Hidden.require(beam(options, "trainOptions") <= 1 && beam(options, "testOptions") == 0, "no beam");
        Hidden.require(Set.of("ROOT").equals(Hidden.field(model, "rootStates")), "one root");
        Hidden.require(Set.of("ROOT").equals(Hidden.field(model, "rootOnlyStates")), "a root at the top only");
        Hidden.require(
                ModCollinsHeadFinder.class == parser.getTLPParams().headFinder().getClass(),
                "Collins's rules for heads");
    }

    private static int beam(Object options, String which) {
        return Hidden.<Integer>field(Hidden.call(options, which), "beamSize");
    }

    private String[] labels(String... tags) {
        Set<String> names = new LinkedHashSet<>(Hidden.<Set<String>>field(model, "knownStates"));
        transitions.stream().flatMap(ParserExport::made).forEach(names::add);
        Hidden.require(
                names.stream().noneMatch(name -> name.contains(".") || name.contains("PU")),
                "no phrase is a full stop");
        names.addAll(Arrays.asList(tags));
        // What half-built phrases stand for is a label, too.
        new ArrayList<>(names)
                .stream()
                        .filter(name -> name.startsWith("@"))
                        .map(name -> name.substring(1))
                        .forEach(names::add);
        return names.toArray(String[]::new);
    }

    private static Stream<String> made(Transition transition) {
        return switch (transition) {
            case CompoundUnaryTransition unary -> Arrays.stream(unary.labels);
            case BinaryTransition binary -> Stream.of(binary.label);
            default -> Stream.empty();
        };
    }

    private Moves.Move move(Transition transition) {
        return switch (transition) {
            case ShiftTransition shift -> Moves.Move.shift();
            case CompoundUnaryTransition unary ->
                Moves.Move.unary(Arrays.stream(unary.labels).map(labels::number).toList(), unary.isRoot);
            case BinaryTransition binary ->
                Moves.Move.binary(
                        binary.side == BinaryTransition.Side.LEFT, labels.number(binary.label), binary.isRoot);
            case FinalizeTransition end -> Moves.Move.finish();
            case IdleTransition idle -> Moves.Move.idle();
            default -> throw new IllegalStateException("Unknown transition: " + transition);
        };
    }
}
