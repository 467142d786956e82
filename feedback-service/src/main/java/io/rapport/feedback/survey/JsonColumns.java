package io.rapport.feedback.survey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** What is kept whole in a column, since nothing asks for its elements. */
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

    @Converter
    static class Settings implements AttributeConverter<SurveySettings, String> {
        @Override
        public String convertToDatabaseColumn(SurveySettings settings) {
            return write(settings);
        }

        @Override
        public SurveySettings convertToEntityAttribute(String text) {
            return read(text, SurveySettings.class);
        }
    }

    @Converter
    static class Further implements AttributeConverter<SurveyVersionEntity.FurtherTexts, String> {
        @Override
        public String convertToDatabaseColumn(SurveyVersionEntity.FurtherTexts texts) {
            return write(texts);
        }

        @Override
        public SurveyVersionEntity.FurtherTexts convertToEntityAttribute(String text) {
            return read(text, SurveyVersionEntity.FurtherTexts.class);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
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

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text == null ? "{}" : text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
