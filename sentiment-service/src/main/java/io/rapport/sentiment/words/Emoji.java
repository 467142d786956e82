package io.rapport.sentiment.words;

/** Which characters are emoji, and which only change the one before. */
final class Emoji {
    private Emoji() {}

    static boolean is(int point) {
        return point >= 0x1F300 && point <= 0x1FAFF && !skin(point)
                || point >= 0x2600 && point <= 0x27BF
                || point >= 0x1F1E6 && point <= 0x1F1FF
                || point == 0x2B50
                || point == 0x2764;
    }

    /** Skin tones, joiners and variation selectors: the sign before has said it all. */
    static boolean joins(int point) {
        return skin(point)
                || point == 0x200D
                || point >= 0xFE00 && point <= 0xFE0F
                || point == 0x20E3
                || Character.getType(point) == Character.FORMAT;
    }

    private static boolean skin(int point) {
        return point >= 0x1F3FB && point <= 0x1F3FF;
    }
}
