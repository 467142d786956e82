package io.rapport.metrics.metric;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Documents what a figure may be: a number, or {@link Money}. */
@Schema(
        name = "Quantity",
        description =
                "A number; money (beside which a `currency` stands) is a decimal in a string, such as `\"39.90\"`.",
        oneOf = {Double.class, String.class})
interface Quantity {}
