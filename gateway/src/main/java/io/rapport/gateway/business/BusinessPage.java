package io.rapport.gateway.business;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some of the businesses. */
record BusinessPage(
        List<BusinessView> items,

        @Schema(nullable = true, description = "The cursor of the next page; null at the end.")
        String next) {}
