package io.rapport.gateway.access.key;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new key, whole: this answer is the only one that shows it. */
record IssuedKey(
        @Schema(description = "The whole key. Keep it: it is shown this once.")
        String key,

        @JsonUnwrapped KeyView about) {

    @Override
    public String toString() {
        return "IssuedKey[" + about.hint() + "]";
    }
}
