package io.rapport.gateway.access.key;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The keys of a business; there are few enough for one page. */
record KeyPage(List<KeyView> items, @Schema(nullable = true) String next) {}
