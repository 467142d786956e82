package io.rapport.metrics.metric;

import io.rapport.metrics.business.Business;
import io.rapport.metrics.segment.Segment;

/** Of whom, when and of which part a question is. */
record Scope(Business business, Segment segment, Period period) {}
