package io.rapport.sentiment.corenlp.parse;

import io.rapport.sentiment.corenlp.table.ModelInput;
import io.rapport.sentiment.corenlp.table.ModelOutput;
import java.io.IOException;
import java.util.List;

/** What the parser can do next (CoreNLP's transitions), by number: kind, the labels it makes, and whether they end the tree. */
public final class Moves {
    static final byte SHIFT = 0;
    static final byte UNARY = 1;
    static final byte LEFT = 2;
    static final byte RIGHT = 3;
    static final byte FINISH = 4;
    static final byte IDLE = 5;

    private final byte[] kind;
    private final int[][] labels;
    private final boolean[] root;

    /**
     * One transition.
     *
     * @param labels of a unary chain from the top down; of a binary one the only one; else none
     */
    public record Move(byte kind, List<Integer> labels, boolean root) {
        /** Takes the next word. */
        public static Move shift() {
            return new Move(SHIFT, List.of(), false);
        }

        /** Puts a chain of phrases above the topmost one. */
        public static Move unary(List<Integer> labels, boolean root) {
            return new Move(UNARY, labels, root);
        }

        /** Joins the two topmost phrases; the head of the new one is the left or the right one's. */
        public static Move binary(boolean headIsLeft, int label, boolean root) {
            return new Move(headIsLeft ? LEFT : RIGHT, List.of(label), root);
        }

        /** Ends the sentence. */
        public static Move finish() {
            return new Move(FINISH, List.of(), false);
        }

        /** Does nothing, after the end. */
        public static Move idle() {
            return new Move(IDLE, List.of(), false);
        }
    }

    /** @param moves in the order of the weights */
    public Moves(List<Move> moves) {
        int size = moves.size();
        this.kind = new byte[size];
        this.labels = new int[size][];
        this.root = new boolean[size];
        for (int i = 0; i < size; i++) {
            Move move = moves.get(i);
            kind[i] = move.kind();
            labels[i] = move.labels().stream().mapToInt(Integer::intValue).toArray();
            root[i] = move.root();
        }
    }

    private Moves(byte[] kind, int[][] labels, boolean[] root) {
        this.kind = kind;
        this.labels = labels;
        this.root = root;
    }

    /** Reads what {@link #write} wrote. */
    public static Moves read(ModelInput in) throws IOException {
        byte[] kind = in.bytes();
        int[][] labels = new int[kind.length][];
        boolean[] root = new boolean[kind.length];
        for (int i = 0; i < kind.length; i++) {
            labels[i] = in.ints();
            root[i] = in.integer() == 1;
        }
        return new Moves(kind, labels, root);
    }

    /** Writes all the moves. */
    public void write(ModelOutput out) throws IOException {
        out.bytes(kind);
        for (int i = 0; i < kind.length; i++) {
            out.ints(labels[i]);
            out.integer(root[i] ? 1 : 0);
        }
    }

    int size() {
        return kind.length;
    }

    /** Whether a move may be made, by the same rules as in CoreNLP. */
    boolean legal(int move, Parsing at, Labels names) {
        return switch (kind[move]) {
            case SHIFT -> !at.endOfWords();
            case UNARY -> unaryLegal(move, at, names);
            case LEFT, RIGHT -> binaryLegal(move, at, names);
            case FINISH -> at.endOfWords() && at.depth() == 1 && at.isRoot(at.label(at.top(0)));
            default -> false;
        };
    }

    /** Makes the move; true when the sentence is at its end. */
    boolean apply(int move, Parsing at) {
        switch (kind[move]) {
            case SHIFT -> at.shift();
            case UNARY -> at.unary(labels[move]);
            case LEFT, RIGHT -> at.binary(labels[move][0], kind[move] == LEFT);
            default -> {
                return true;
            }
        }
        return false;
    }

    private boolean unaryLegal(int move, Parsing at, Labels names) {
        if (at.depth() == 0 || at.isUnaryPhrase(at.top(0))) {
            return false;
        }
        int label = at.label(at.top(0));
        int[] chain = labels[move];
        if (names.temporary(label) && chain[chain.length - 1] != names.category(label)) {
            return false;
        }
        return !root[move] || (at.depth() == 1 && at.endOfWords());
    }

    private boolean binaryLegal(int move, Parsing at, Labels names) {
        if (at.depth() <= 1) {
            return false;
        }
        int label = labels[move][0];
        int right = at.label(at.top(0));
        int left = at.label(at.top(1));
        boolean temporary = names.temporary(label);
        return continues(kind[move], label, left, right, names)
                && !(temporary && at.endOfWords() && wouldStayHalfBuilt(at, names))
                && !(root[move] && !temporary && !(at.depth() == 2 && at.endOfWords()));
    }

    /** A phrase half built can only be gone on with, as the head and under the same category. */
    private static boolean continues(byte kind, int label, int left, int right, Labels names) {
        boolean leftHalf = names.temporary(left);
        boolean rightHalf = names.temporary(right);
        if (leftHalf && rightHalf) {
            return false;
        }
        int category = names.category(label);
        return !(rightHalf && (kind == LEFT || category != names.category(right)))
                && !(leftHalf && (kind == RIGHT || category != names.category(left)));
    }

    private static boolean wouldStayHalfBuilt(Parsing at, Labels names) {
        return at.depth() == 2 || names.temporary(at.label(at.top(2)));
    }
}
