package io.rapport.gateway.page;

import io.rapport.frame.json.JsonInput;
import io.rapport.gateway.access.person.EmailAddress;

/** Reads e-mail addresses. */
final class Emails {
    private Emails() {}

    static EmailAddress required(JsonInput input, String field) {
        String text = input.requiredText(field, EmailAddress.LONGEST);
        return text == null
                ? null
                : EmailAddress.parse(text)
                        .orElseGet(() -> input.refuse(field, "must be an e-mail address such as ann@crumb.example"));
    }
}
