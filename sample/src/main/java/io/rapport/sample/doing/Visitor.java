package io.rapport.sample.doing;

import io.rapport.sample.fact.Context;

/** A browser that comes to the site. */
record Visitor(String id, Context context) {}
