package io.rapport.gateway.business;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.rapport.gateway.access.key.KeyRing;

/** A new business with its first two keys, which only this answer shows. */
record CreatedBusiness(
        @JsonUnwrapped BusinessView business, @JsonUnwrapped KeyRing.FirstKeys keys) {}
