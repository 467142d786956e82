package io.rapport.sentiment.training;

import io.rapport.sentiment.words.Idioms;
import io.rapport.sentiment.words.Token;
import io.rapport.sentiment.words.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the texts with a polarity, as they lie in their folders. */
final class Datasets {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    /** From here on the mean of twenty people is not neutral. */
    private static final double NEUTRAL = 0.5;

    /** Rows that no person judged. */
    static final String IDIOMS = "idioms";
    /** Posts reduced to their emoji and emoticons. */
    static final String SIGNS = "signs of ";

    private final Files files;

    Datasets(Files files) {
        this.files = files;
    }

    /** All of them, each text once, see {@link Duplicates}. */
    List<Example> all() {
        List<Example> all = new ArrayList<>();
        all.addAll(valence("tweets", "valence_tweets", true));
        all.addAll(valence("amazonReviewSnippets", "valence_amazon", false));
        all.addAll(valence("nytEditorialSnippets", "valence_nyt", false));
        all.addAll(sentences("amazon_cells"));
        all.addAll(sentences("imdb"));
        all.addAll(polarity());
        all.addAll(tweets());
        all.addAll(GoEmotions.polarity(files));
        all.addAll(treebank("dev"));
        all.addAll(treebank("test"));
        all.addAll(idioms());
        return all;
    }

    private List<Example> polarity() {
        return files.lines("amazon_polarity/reviews.tsv").stream()
                .map(line -> line.split("\t", 2))
                .map(f -> review("amazon_polarity", f[1], f[0].equals("positive") ? 2 : 0))
                .toList();
    }

    /** Each idiom that takes sides, alone: too few texts have it for its sound to be learned of them. */
    private static List<Example> idioms() {
        List<Example> all = new ArrayList<>();
        Idioms.sounds().forEach((form, sound) -> {
            if (Math.abs(sound) > 1) {
                String phrase = form.substring(form.indexOf(' ') + 1);
                all.add(new Example(IDIOMS, false, phrase, sound > 0 ? 2 : 0, false, Double.NaN, Part.TRAIN));
            }
        });
        return all;
    }

    /**
     * What a text's emoji and emoticons say alone: the label of the text that they are from. Nobody wrote such texts for the
     * data sets, but many write them to a business.
     */
    static List<Example> signs(List<Example> all) {
        List<Example> reduced = new ArrayList<>();
        for (Example example : all) {
            String signs = Tokenizer.tokens(example.text()).stream()
                    .filter(Token::sign)
                    .map(Token::form)
                    .collect(Collectors.joining(" "));
            if (example.post() && !example.set().startsWith("valence") && !signs.isEmpty()) {
                reduced.add(new Example(
                        SIGNS + example.set(), true, signs, example.label(), false, Double.NaN, example.part()));
            }
        }
        return reduced;
    }

    private List<Example> sentences(String name) {
        return files.lines("sentiment_sentences/" + name + "_labelled.txt").stream()
                .map(line -> line.split("\t"))
                .map(f -> review(name, f[0].strip(), f[f.length - 1].strip().equals("1") ? 2 : 0))
                .toList();
    }

    private static Example review(String set, String text, int label) {
        return new Example(set, false, text, label, true, Double.NaN, Part.of(Duplicates.normal(text), 70, 10));
    }

    private List<Example> tweets() {
        List<Example> all = new ArrayList<>();
        for (String file : files.names("tweets_3class", ".tsv")) {
            String set = file.replace("twitter-", "tweets_").replace("-A.tsv", "");
            for (String line : files.lines("tweets_3class/" + file)) {
                String[] f = line.split("\t", 3);
                String text = unescape(f[2]);
                Part part = Part.of(Duplicates.normal(text), 75, 10);
                all.add(new Example(set, true, text, label(f[1]), false, Double.NaN, part));
            }
        }
        return all;
    }

    private static int label(String name) {
        return switch (name) {
            case "negative" -> 0;
            case "neutral" -> 1;
            default -> 2;
        };
    }

    /** Sentences of one review or article stay in one part. */
    private List<Example> valence(String file, String set, boolean post) {
        return files.lines("human_valence/" + file + "_GroundTruth.txt").stream()
                .map(line -> line.split("\t", 3))
                .map(f -> {
                    double valence = Double.parseDouble(f[1]);
                    int label = valence > NEUTRAL ? 2 : valence < -NEUTRAL ? 0 : 1;
                    Part part = Part.of(set + f[0].replaceAll("_.*", ""), 55, 15);
                    return new Example(set, post, f[2], label, false, valence, part);
                })
                .toList();
    }

    /** For figures alone: the network's own training sentences are its neighbours. */
    private List<Example> treebank(String part) {
        return files.lines("sst/stsa.fine." + part).stream()
                .map(line -> {
                    int five = line.charAt(0) - '0';
                    int label = five < 2 ? 0 : five > 2 ? 2 : 1;
                    return new Example("sst_" + part, false, line.substring(2), label, false, Double.NaN, Part.TEST);
                })
                .toList();
    }

    private static String unescape(String text) {
        Matcher matcher = ESCAPE.matcher(text.strip());
        String plain = matcher.replaceAll(
                found -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
        boolean quoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
        return quoted ? plain.substring(1, plain.length() - 1).replace("\"\"", "\"") : plain;
    }
}
