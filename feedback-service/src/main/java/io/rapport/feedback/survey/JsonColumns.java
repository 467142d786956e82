package io.rapport.feedback.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Lists that are kept whole in a column, since nothing asks for their elements. */
final class JsonColumns {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonColumns() {}

    @Converter
    static class Questions implements AttributeConverter<List<Question>, String> {
        @Override
        public String convertToDatabaseColumn(List<Question> questions) {
            return write(questions);
        }

        @Override
        public List<Question> convertToEntityAttribute(String text) {
            return read(text, new TypeReference<>() {});
        }
    }

    @Converter
    static class Texts implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> texts) {
            return write(texts);
        }

        @Override
        public List<String> convertToEntityAttribute(String text) {
            return read(text, new TypeReference<>() {});
        }
    }

    private static String write(List<?> list) {
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> List<T> read(String text, TypeReference<List<T>> type) {
        try {
            return text == null ? List.of() : JSON.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
