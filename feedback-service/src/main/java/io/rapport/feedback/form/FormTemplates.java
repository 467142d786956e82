package io.rapport.feedback.form;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The templates of forms. Whatever is put into them is text: markup in it is shown and never read. */
final class FormTemplates {
    private static final String HTML = "text/html";
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(HTML)))
            .build();

    static final Template FORM = template("form.html");
    static final Template MESSAGE = template("message.html");

    private FormTemplates() {}

    private static Template template(String name) {
        try (InputStream file = FormTemplates.class.getResourceAsStream("/form/" + name)) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return ENGINE.parse(text, Variant.forContentType(HTML), name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
