package io.rapport.feedback.scoring;

/** Fired in the transaction that stores readings and puts their facts into the outbox. */
public record TextsRead() {}
