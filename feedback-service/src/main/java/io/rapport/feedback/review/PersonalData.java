package io.rapport.feedback.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Masks e-mail addresses, payment cards' and phone numbers in texts. A card's number is 13 to 19 digits that pass the Luhn
 * check; a phone's has a country code, a leading zero, or the North American form. Dates, prices and order numbers stay.
 */
public final class PersonalData {
    private static final Pattern EMAIL = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}_%+-][\\p{L}\\p{N}._%+'-]{0,63}+@[\\p{L}\\p{N}-]{1,63}+"
                    + "(\\.[\\p{L}\\p{N}-]{1,63}+){1,8}+");
    private static final Pattern CARD = Pattern.compile("(?<![0-9])[0-9](?:[ -]?[0-9]){12,18}+(?![0-9])");
    private static final Pattern PHONE = Pattern.compile("(?<![0-9\\p{L}])(?<![0-9][./-])(?:"
            + "\\+[0-9](?:[ ./-]?\\(?[0-9]\\)?){6,14}+"
            + "|(?![0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4}(?![0-9]))\\(?0[0-9]{1,4}\\)?(?:[ ./-]?[0-9]){6,11}+"
            + "|\\(?[2-9][0-9]{2}\\)?[ .-][0-9]{3}[ .-][0-9]{4}"
            + ")(?![0-9])");

    private static final ObjectMapper JSON = new ObjectMapper();

    private PersonalData() {}

    /** A document as a source sent it: JSON, or a form; each text in it is masked as a text is. */
    public static byte[] masked(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        try {
            if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
                return JSON.writeValueAsBytes(masked(JSON.readTree(text)));
            }
        } catch (IOException noJson) {
            return masked(text).getBytes(StandardCharsets.UTF_8);
        }
        boolean form = text.indexOf('=') > 0 && text.indexOf(' ') < 0;
        return (form ? maskedForm(text) : masked(text)).getBytes(StandardCharsets.UTF_8);
    }

    private static String maskedForm(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                    String masked = masked(value);
                    return masked.equals(value)
                            ? pair
                            : pair.substring(0, equals + 1) + URLEncoder.encode(masked, StandardCharsets.UTF_8);
                })
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    static FeedbackContent masked(FeedbackContent content) {
        SurveyAnswer survey = content.survey();
        return content.saying(masked(content.text()), survey == null ? null : survey.with(masked(survey.answers())));
    }

    static String masked(String text) {
        if (text == null) {
            return null;
        }
        String addresses = EMAIL.matcher(text).replaceAll("[e-mail]");
        String cards = CARD.matcher(addresses)
                .replaceAll(found -> Matcher.quoteReplacement(isCard(found.group()) ? "[card]" : found.group()));
        return PHONE.matcher(cards).replaceAll("[phone]");
    }

    private static JsonNode masked(JsonNode answers) {
        return switch (answers) {
            case null -> null;
            case TextNode text -> TextNode.valueOf(masked(text.textValue()));
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(element -> copy.add(masked(element)));
                yield copy;
            }
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.properties()
                        .forEach(member -> copy.set(member.getKey(), value(member.getKey(), member.getValue())));
                yield copy;
            }
            default -> answers;
        };
    }

    /** Which question is answered is no text of the customer's. */
    private static JsonNode value(String name, JsonNode value) {
        return "questionId".equals(name) ? value : masked(value);
    }

    /** By Luhn: from the right, every second digit doubled, and of that the sum of its digits. */
    private static boolean isCard(String found) {
        int sum = 0;
        int place = 0;
        for (int i = found.length() - 1; i >= 0; i--) {
            if (Character.isDigit(found.charAt(i))) {
                int digit = found.charAt(i) - '0';
                int doubled = place++ % 2 == 0 ? digit : digit * 2;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
        }
        return sum % 10 == 0;
    }
}
