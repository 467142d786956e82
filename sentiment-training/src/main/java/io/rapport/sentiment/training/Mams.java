package io.rapport.sentiment.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Sentences about restaurants in which several things sound differently. */
final class Mams {
    private Mams() {}

    /**
     * A thing in a sentence.
     *
     * @param what the term, or the category
     * @param begin where the term begins in the sentence, −1 for a category
     * @param label 0 negative, 1 neutral, 2 positive
     */
    record Target(String text, String what, int begin, int end, int label, Part part) {
        boolean category() {
            return begin < 0;
        }
    }

    /**
     * The published validation sets are what figures are of. A sentence may be in the training file of terms and in the
     * validation file of categories, or the other way round: then it isn't trained on.
     */
    static List<Target> all(Files files) {
        List<Target> test = new ArrayList<>(read(files, "atsa_val.xml", "aspectTerm", true));
        test.addAll(read(files, "acsa_val.xml", "aspectCategory", true));
        Set<String> tested = test.stream().map(Mams::normal).collect(Collectors.toSet());
        List<Target> all = new ArrayList<>(read(files, "atsa_train.xml", "aspectTerm", false));
        all.addAll(read(files, "acsa_train.xml", "aspectCategory", false));
        all.removeIf(target -> tested.contains(normal(target)));
        all.addAll(test);
        return all;
    }

    private static String normal(Target target) {
        return Duplicates.normal(target.text());
    }

    private static List<Target> read(Files files, String file, String tag, boolean test) {
        List<Target> targets = new ArrayList<>();
        for (Element sentence : elements(document(files, file), "sentence")) {
            String text = sentence.getElementsByTagName("text").item(0).getTextContent();
            Part part = test ? Part.TEST : Part.of(Duplicates.normal(text), 90, 10);
            for (Element one : elements(sentence, tag)) {
                targets.add(target(one, text, part));
            }
        }
        return targets;
    }

    private static Target target(Element one, String text, Part part) {
        int label =
                switch (one.getAttribute("polarity")) {
                    case "negative" -> 0;
                    case "neutral" -> 1;
                    default -> 2;
                };
        return one.hasAttribute("category")
                ? new Target(text, one.getAttribute("category"), -1, -1, label, part)
                : new Target(
                        text,
                        one.getAttribute("term"),
                        Integer.parseInt(one.getAttribute("from")),
                        Integer.parseInt(one.getAttribute("to")),
                        label,
                        part);
    }

    private static Element document(Files files, String file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(files.root().resolve("mams_aspects").resolve(file).toFile())
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException(file, unreadable);
        }
    }

    private static List<Element> elements(Element of, String tag) {
        NodeList nodes = of.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .<Node>mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }
}
