package io.rapport.sentiment.corenlp.parse;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence on its way to a tree: a stack of phrases and the words still to come. Nodes are numbers: first the words, then
 * their tags, then the phrases in the order in which they were made.
 */
final class Parsing {
    static final int NONE = -1;

    private final int words;
    private final int rootLabel;
    private final Vocabulary vocabulary;
    private final Separators separators;
    private int[] label;
    private int[] head;
    private int[] left;
    private int[] right;
    private int nodes;
    private final int[] stack;
    private int depth;
    private int next;

    /** @param tags the label of each word's tag */
    Parsing(List<String> words, int[] tags, Labels labels, int rootLabel) {
        this.words = words.size();
        this.rootLabel = rootLabel;
        this.vocabulary = labels.vocabulary().forSentence(this.words + 1);
        this.separators = new Separators(words);
        this.stack = new int[this.words + 1];
        allocate(6 * this.words + 8);
        for (String word : words) {
            node(vocabulary.add(word), nodes, NONE, NONE);
        }
        for (int i = 0; i < this.words; i++) {
            node(tags[i], i, i, NONE);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Separators separators() {
        return separators;
    }

    boolean endOfWords() {
        return next >= words;
    }

    int depth() {
        return depth;
    }

    /** The phrase so far down the stack. */
    int top(int down) {
        return depth > down ? stack[depth - 1 - down] : NONE;
    }

    /** The tagged word so far on from the next one, which may be before it. */
    int queue(int offset) {
        int at = next + offset;
        return at < 0 || at >= words ? NONE : words + at;
    }

    int label(int node) {
        return label[node];
    }

    /** The index of the node's head word. */
    int head(int node) {
        return head[node];
    }

    int headWord(int node) {
        return label[head[node]];
    }

    int headTag(int node) {
        return label[words + head[node]];
    }

    int left(int node) {
        return left[node];
    }

    int right(int node) {
        return right[node];
    }

    boolean isWord(int node) {
        return node < words;
    }

    boolean isTag(int node) {
        return node >= words && node < 2 * words;
    }

    boolean isUnaryPhrase(int node) {
        return node >= 2 * words && right[node] == NONE;
    }

    boolean isRoot(int label) {
        return label == rootLabel;
    }

    void shift() {
        stack[depth++] = words + next++;
    }

    void unary(int... chain) {
        int node = stack[depth - 1];
        for (int i = chain.length - 1; i >= 0; i--) {
            node = node(chain[i], head[node], node, NONE);
        }
        stack[depth - 1] = node;
    }

    void binary(int label, boolean headIsLeft) {
        int second = stack[--depth];
        int first = stack[depth - 1];
        stack[depth - 1] = node(label, head[headIsLeft ? first : second], first, second);
    }

    private int node(int label, int head, int left, int right) {
        if (nodes == this.label.length) {
            allocate(2 * nodes);
        }
        this.label[nodes] = label;
        this.head[nodes] = head;
        this.left[nodes] = left;
        this.right[nodes] = right;
        return nodes++;
    }

    private void allocate(int capacity) {
        label = label == null ? new int[capacity] : Arrays.copyOf(label, capacity);
        head = head == null ? new int[capacity] : Arrays.copyOf(head, capacity);
        left = left == null ? new int[capacity] : Arrays.copyOf(left, capacity);
        right = right == null ? new int[capacity] : Arrays.copyOf(right, capacity);
    }
}
