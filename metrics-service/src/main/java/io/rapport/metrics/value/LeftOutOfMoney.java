package io.rapport.metrics.value;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many facts of the period a figure of money leaves out.
 *
 * @param noAmount orders that don't say for how much
 * @param noRate facts in a currency that has no stored rate on that day
 * @param setAside facts that can't be right; evidence says of each why
 */
@Schema(name = "LeftOutOfMoney", description = "How many facts of the period a figure of money leaves out.")
public record LeftOutOfMoney(
        @Schema(description = "Orders that don't say for how much.")
        long noAmount,

        @Schema(description = "Facts in a currency that has no stored rate on that day.")
        long noRate,

        @Schema(
                description =
                        "Facts that can't be right, such as a refund of more than is left of its order; evidence says of each why.")
        long setAside) {

    static LeftOutOfMoney of(BigDecimal noAmount, BigDecimal noRate, BigDecimal setAside) {
        return new LeftOutOfMoney(noAmount.longValueExact(), noRate.longValueExact(), setAside.longValueExact());
    }
}
