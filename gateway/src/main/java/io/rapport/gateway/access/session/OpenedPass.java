package io.rapport.gateway.access.session;

import java.time.Instant;

/** A new link or session, whole: what its holder gets and nobody else sees again. */
public record OpenedPass(PassText text, Instant expiresAt) {}
