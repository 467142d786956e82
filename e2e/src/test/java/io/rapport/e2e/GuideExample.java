package io.rapport.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of the guide.
 *
 * @param chapter the heading above it
 * @param language what it says it is written in
 * @param text its lines
 * @param answer the block right after it that shows what comes back; null where there is none
 */
record GuideExample(String chapter, String language, String text, GuideExample answer) {
    static final Path GUIDE =
            Path.of(System.getProperty("rapport.root", "..")).resolve("docs").resolve("guide.md");
    private static final Set<String> ANSWERS = Set.of("json", "http");
    private static final Pattern HEADING_OR_BLOCK =
            Pattern.compile("(?ms)^## (?<heading>[^\n]+)$|^```(?<language>\\w*)\n(?<text>.*?)^```$");

    /** All blocks, each answer with what it answers. */
    static List<GuideExample> all(String markdown) {
        List<GuideExample> examples = new ArrayList<>();
        String chapter = "";
        Matcher found = HEADING_OR_BLOCK.matcher(markdown);
        while (found.find()) {
            if (found.group("heading") != null) {
                chapter = found.group("heading");
            } else {
                add(examples, new GuideExample(chapter, found.group("language"), found.group("text"), null));
            }
        }
        return examples;
    }

    static String guide() {
        try {
            return Files.readString(GUIDE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(List<GuideExample> examples, GuideExample block) {
        if (!ANSWERS.contains(block.language)) {
            examples.add(block);
            return;
        }
        GuideExample asked = examples.removeLast();
        if (asked.answer != null) {
            throw new IllegalStateException("Nothing asks for the answer " + block.text);
        }
        examples.add(new GuideExample(asked.chapter, asked.language, asked.text, block));
    }

    /** Whether it changes nothing, so that it may be run again until what it shows has come. */
    boolean onlyLooks() {
        return !Pattern.compile("\\s-(d|X)\\s").matcher(text).find();
    }

    String title() {
        String line = text.lines()
                .filter(each -> each.contains("curl"))
                .findFirst()
                .orElseGet(() -> text.lines().findFirst().orElse(""));
        return chapter + ": " + line;
    }
}
