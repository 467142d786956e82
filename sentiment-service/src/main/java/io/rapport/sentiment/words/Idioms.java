package io.rapport.sentiment.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Phrases that say something else than their words ("couldn't be happier", "save your money"). In a text each becomes one token,
 * so that a negation in it reaches nothing, and the models see the phrase in place of its words. Which there are, and how they
 * sound, is in idioms.txt.
 */
public final class Idioms {
    private static final IdiomList LIST = IdiomList.load();
    private static final Node ROOT = tree(LIST);

    private Idioms() {}

    /** The phrases known so far, at one word of one of them. */
    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private Node any;
        private String form;

        Node after(String word) {
            if (!word.equals(IdiomList.ANY)) {
                return next.computeIfAbsent(word, key -> new Node());
            }
            any = any == null ? new Node() : any;
            return any;
        }
    }

    private record Match(int end, String form) {
        static Match longer(Match one, Match other) {
            return one == null || other != null && other.end > one.end ? other : one;
        }
    }

    /** The forms of the tokens that idioms become, with their sound on the scale of VADER's words. */
    public static Map<String, Float> sounds() {
        Map<String, Float> sounds = new TreeMap<>();
        LIST.idioms().forEach(idiom -> sounds.put(idiom.form(), (float) idiom.sound()));
        return sounds;
    }

    /** How an idiom sounds, as the first characters of its form. */
    static String sound(Token idiom) {
        return idiom.form().substring(0, IdiomList.SOUND);
    }

    /** The tokens with each idiom as one; of two that begin together the longer. */
    static List<Token> joined(List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        int i = 0;
        while (i < tokens.size()) {
            Match match = match(ROOT, tokens, i);
            if (match == null) {
                joined.add(tokens.get(i++));
            } else {
                joined.add(one(tokens.subList(i, match.end()), match.form()));
                i = match.end();
            }
        }
        return joined;
    }

    private static Token one(List<Token> words, String form) {
        boolean loud = words.stream().filter(Token::wordy).allMatch(Token::loud);
        boolean stretched = words.stream().anyMatch(Token::stretched);
        int begin = words.getFirst().begin();
        return new Token(Token.Type.IDIOM, form, begin, words.getLast().end(), loud, stretched);
    }

    private static Match match(Node node, List<Token> tokens, int i) {
        Match best = node.form == null ? null : new Match(i, node.form);
        if (i == tokens.size()) {
            return best;
        }
        Token token = tokens.get(i);
        if (hyphen(tokens, i) && node != ROOT) {
            return Match.longer(best, match(node, tokens, i + 1));
        }
        Node next = token.wordy() || token.type() == Token.Type.NUMBER ? node.next.get(token.form()) : null;
        if (next != null) {
            best = Match.longer(best, match(next, tokens, i + 1));
        }
        if (node.any != null && token.wordy()) {
            best = Match.longer(best, match(node.any, tokens, i + 1));
        }
        return best;
    }

    /** "Rip-off" counts as "rip off". */
    private static boolean hyphen(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        return token.form().equals("-")
                && i + 1 < tokens.size()
                && tokens.get(i + 1).begin() == token.end();
    }

    private static Node tree(IdiomList list) {
        Node root = new Node();
        for (IdiomList.Idiom idiom : list.idioms()) {
            for (List<String> phrase : idiom.phrases()) {
                Node node = root;
                for (String word : phrase) {
                    node = node.after(word);
                }
                node.form = node.form == null ? idiom.form() : node.form;
            }
        }
        return root;
    }
}
