package io.rapport.launcher;

/** Something that stops a command; its message is the one sentence the user reads. */
public final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Trouble(String sentence) {
        super(sentence);
    }

    public Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** A full disk shows in many ways; all of them name it in their text. */
    public static boolean isFullDisk(String text) {
        return text != null && (text.contains("No space left on device") || text.contains("Disk quota exceeded"));
    }

    public static Trouble fullDisk(Object folder) {
        return new Trouble("The disk that holds " + folder + " is full: free some space and start again.");
    }
}
