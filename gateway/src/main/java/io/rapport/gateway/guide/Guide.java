package io.rapport.gateway.guide;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The guide as a page shows it.
 *
 * @param body the text
 * @param chapters what it consists of
 */
record Guide(String body, List<Chapter> chapters) {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    /** @param markdown the text, as it also stands in the repository */
    static Guide of(String markdown) {
        Node document = Parser.builder().extensions(TABLES).build().parse(markdown);
        List<Chapter> chapters = new ArrayList<>();
        String body = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .attributeProviderFactory(context -> new Attributes(chapters))
                .build()
                .render(document);
        return new Guide(body, List.copyOf(chapters));
    }

    /** A heading that the list of contents leads to. */
    record Chapter(String id, String title) {}
}
