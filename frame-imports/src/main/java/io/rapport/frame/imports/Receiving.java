package io.rapport.frame.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** Takes a file in, piece by piece, and lets it wait for its rows to be read once all of it is stored. */
@ApplicationScoped
class Receiving {
    /** After so long a file that still isn't whole is taken for given up. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final ImportTable imports;
    private final ImportWorker worker;
    private final ImportTarget target;
    private final Transactions transactions;
    private final ObjectMapper json;
    private final Clock clock;

    Receiving(
            ImportTable imports,
            ImportWorker worker,
            ImportTarget target,
            Transactions transactions,
            ObjectMapper json,
            Clock clock) {
        this.imports = imports;
        this.worker = worker;
        this.target = target;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** @param allowed may throw where whoever sends it must not send what it is */
    DataImport receive(String business, String by, InputStream body, String contentType, Consumer<String> allowed) {
        String id = id();
        begin(business, id, by);
        try {
            Chunks.Writer file = new Chunks.Writer(transactions, business, id);
            Upload.Form form = new Upload(json, target.kinds(), file).read(body, contentType);
            allowed.accept(form.kind());
            return complete(business, id, form, file.bytes());
        } catch (IOException brokenOff) {
            forget(business, id);
            throw new UncheckedIOException(brokenOff);
        } catch (RuntimeException refused) {
            forget(business, id);
            throw refused;
        }
    }

    private void begin(String business, String id, String by) {
        Instant now = clock.instant();
        transactions.call(connection -> {
            imports.begin(connection, business, id, target.kinds().getFirst(), by, now);
            ImportTasks.add(connection, business, id, now.plus(LONGEST));
            return null;
        });
    }

    private DataImport complete(String business, String id, Upload.Form form, long bytes) {
        DataImport whole = transactions.call(connection -> {
            imports.received(connection, business, id, form, bytes);
            ImportTasks.add(connection, business, id, null);
            return imports.find(connection, business, id).orElseThrow();
        });
        worker.wake();
        return whole;
    }

    private void forget(String business, String id) {
        transactions.call(connection -> {
            Chunks.remove(connection, business, id);
            imports.delete(connection, business, id);
            ImportTasks.remove(connection, business, id);
            return null;
        });
    }

    private String id() {
        StringBuilder id = new StringBuilder(target.prefix());
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
