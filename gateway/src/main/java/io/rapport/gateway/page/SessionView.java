package io.rapport.gateway.page;

import java.time.Instant;

/** Whose figures this browser may see, and until when. */
record SessionView(String business, Instant expiresAt) {}
