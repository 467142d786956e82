package io.rapport.frame.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonIdsTest {
    private static final PersonIds ZOE = new PersonIds(List.of("zoë-12", "42", "Zoe@Crumb.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"author\": {\"customerId\": \"zo\\u00eb-12\"}}",
                "{\"author\": {\"customerId\": \"zoë-12\"}}",
                "{\"customer\": {\"id\": 42}}",
                "{\"customer\": 42}",
                "{\"userId\": \"42\"}",
                "[{\"a\": [{\"customer_id\": \"42\"}]}]",
                "{\"a\": 1}\n{\"visitorId\": 42}",
                "{\"email\": \"ZOE@crumb.example\"}",
                "{\"text\": \"write to zoe@crumb.example, please\"}",
                "{\"gid\": \"gid://shop/Customer/zoë-12\"}",
                "{\"zoe@crumb.example\": {\"opens\": 1}}",
                "type=subscribe&data%5Bid%5D=42&x=1",
                "type=subscribe&data[email]=zoe%40crumb.example",
                "mandrill_events=%5B%7B%22msg%22%3A%7B%22email%22%3A%22zoe%40crumb.example%22%7D%7D%5D",
                "{\"body\": \"{\\\"customerId\\\": 42}\"}"
            })
    void aPersonIsRecognisedHoweverTheIdIsWritten(String document) {
        assertThat(Scalars.any(document, ZOE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rating\": 42}",
                "{\"rating\": {\"value\": 42, \"scale\": 100}}",
                "{\"customerId\": 421}",
                "{\"customerId\": \"zoë-123\"}",
                "{\"text\": \"42 loaves\"}",
                "{\"email\": \"bezoe@crumb.example\"}",
                "data[rating]=42&data[id]=7",
                "no json, and no form",
                "{broken"
            })
    void othersAreNot(String document) {
        assertThat(Scalars.any(document, ZOE)).isFalse();
    }

    @Test
    void aDocumentInBase64IsReadToo() {
        String data =
                Base64.getUrlEncoder().encodeToString("{\"customerId\": \"zoë-12\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(Scalars.any("{\"message\": {\"data\": \"" + data + "\"}}", ZOE))
                .isTrue();
    }
}
