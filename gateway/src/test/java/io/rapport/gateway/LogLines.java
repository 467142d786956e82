package io.rapport.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged while it is open, with the ids that each line bears. */
final class LogLines extends Handler implements AutoCloseable {
    private final List<ExtLogRecord> logged = new CopyOnWriteArrayList<>();

    LogLines() {
        Logger.getLogger("").addHandler(this);
    }

    /** The lines of one request: message and business. */
    List<String> ofRequest(String id) {
        return logged.stream()
                .filter(line -> id.equals(line.getMdc("requestId")))
                .map(line -> line.getFormattedMessage() + " " + line.getMdc("businessId"))
                .toList();
    }

    @Override
    public void publish(LogRecord line) {
        ExtLogRecord extended = ExtLogRecord.wrap(line);
        extended.copyMdc();
        logged.add(extended);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
