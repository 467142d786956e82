package io.rapport.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    Path folder;

    @Test
    void aStartKeepsTheLastRunsLog() throws IOException {
        LogFile log = new LogFile(folder.resolve("logs/a.log"));
        log.roll();
        Files.writeString(log.path(), "first run\n");
        log.roll();
        assertThat(log.path()).doesNotExist();
        assertThat(folder.resolve("logs/a.log.1")).hasContent("first run");
    }

    @Test
    void aLogThatGrowsTooLongBeginsAnewAndIsReadOn() throws IOException {
        LogFile log = new LogFile(folder.resolve("a.log"), 10);
        LogTail tail = new LogTail(log.path());
        append(log, "0123456789\n");
        assertThat(tail.next()).containsExactly("0123456789");
        log.cap();
        assertThat(log.path()).isEmptyFile();
        append(log, "on\n");
        assertThat(tail.next()).containsExactly("on");
        log.cap();
        assertThat(log.path()).hasContent("on");
    }

    @Test
    void aTailGivesTheLastLinesAndThenWhatIsAddedInWholeLines() throws IOException {
        LogFile log = new LogFile(folder.resolve("a.log"));
        LogTail tail = new LogTail(log.path());
        append(log, "1\n2\n3\n");
        assertThat(tail.last(2)).containsExactly("2", "3");
        append(log, "4\nha");
        assertThat(tail.next()).containsExactly("4");
        append(log, "lf\n");
        assertThat(tail.next()).containsExactly("half");
    }

    private static void append(LogFile log, String text) throws IOException {
        Files.writeString(log.path(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
