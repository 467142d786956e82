package io.rapport.gateway.guide;

import io.rapport.gateway.guide.Guide.Chapter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.text.TextContentRenderer;

/** Headings get ids to link to; examples and answers are told apart, and can be scrolled by keyboard. */
final class Attributes implements AttributeProvider {
    private static final Set<String> ANSWERS = Set.of("json", "http");
    private static final int CHAPTER = 2;

    private final IdGenerator ids = IdGenerator.builder().build();
    private final TextContentRenderer text = TextContentRenderer.builder().build();
    private final List<Chapter> chapters;

    /** @param chapters where the headings of chapters are put */
    Attributes(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading) {
            name(heading, attributes);
        } else if (node instanceof FencedCodeBlock block && tag.equals("pre")) {
            boolean answer = ANSWERS.contains(block.getInfo());
            attributes.put("class", answer ? "answer" : "example");
            attributes.put("aria-label", answer ? "Answer" : "Example");
            attributes.put("role", "group");
            attributes.put("tabindex", "0");
        }
    }

    private void name(Heading heading, Map<String, String> attributes) {
        String title = text.render(heading).strip();
        String id = ids.generateId(title);
        attributes.put("id", id);
        if (heading.getLevel() == CHAPTER) {
            chapters.add(new Chapter(id, title));
        }
    }
}
