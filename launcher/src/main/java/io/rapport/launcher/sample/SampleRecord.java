package io.rapport.launcher.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.rapport.launcher.state.PrivateFile;
import io.rapport.sample.BusinessKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is remembered of the sample business: its keys, and the day it was made for, from which the same facts can be
 * made again when loading them was cut short.
 */
record SampleRecord(String id, String secretKey, String publishableKey, String surveyId, String day, boolean loaded) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static SampleRecord created(BusinessKeys keys, LocalDate day) {
        return new SampleRecord(
                keys.id(), keys.secretKey(), keys.publishableKey(), keys.surveyId(), day.toString(), false);
    }

    static Optional<SampleRecord> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(file), SampleRecord.class))
                    : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    BusinessKeys keys() {
        return new BusinessKeys(id, secretKey, publishableKey, surveyId);
    }

    LocalDate madeFor() {
        return LocalDate.parse(day);
    }

    SampleRecord afterLoading() {
        return new SampleRecord(id, secretKey, publishableKey, surveyId, day, true);
    }

    @Override
    public String toString() {
        return "SampleRecord[" + id + ", hidden]";
    }
}
