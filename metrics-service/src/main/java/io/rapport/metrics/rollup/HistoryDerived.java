package io.rapport.metrics.rollup;

import io.rapport.metrics.business.Business;

/** What was ordered on days that are over was derived; told within the transaction that stores it. */
public record HistoryDerived(Business business) {}
