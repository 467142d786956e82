package io.rapport.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KindFinderTest {
    private static final String KIND = "--b\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nfeedback\r\n";
    private static final String FILE = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"kind\"\r\n"
            + "Content-Type: text/csv\r\n\r\nid;name=\"kind\"\r\n--a\r\n\r\nevents\r\n--\r\n";
    private static final String EMPTY = "--b\r\ncontent-disposition: form-data; name=mapping\r\n\r\n\r\n";

    @Test
    void it_is_found_wherever_it_stands_and_however_the_body_is_cut() {
        for (String body : new String[] {
            KIND + FILE + "--b--\r\n",
            FILE + KIND + "--b--",
            "preamble\r\n" + FILE + EMPTY + KIND + "--b--",
            KIND.replace("\"kind\"", "kind; x=y").replace("Content-D", "content-d") + FILE + "--b--"
        }) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            for (int size = 1; size <= bytes.length; size++) {
                KindFinder finder =
                        KindFinder.of("multipart/form-data; boundary=b").orElseThrow();
                for (int at = 0; at < bytes.length; at += size) {
                    finder.feed(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
                }
                assertThat(finder.kind()).as("%s in pieces of %d", body, size).isEqualTo("feedback");
            }
        }
    }

    @Test
    void what_is_no_kind_is_none() {
        KindFinder finder = KindFinder.of("multipart/form-data; boundary=\"b\"").orElseThrow();
        finder.feed((FILE + EMPTY + "--b--\r\n" + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(finder.kind()).isNull();
        assertThat(KindFinder.of("multipart/form-data")).isEmpty();
        assertThat(KindFinder.of(null)).isEmpty();
    }
}
