package io.rapport.feedback.connection;

/** Fired in the transaction that changes a connection, its secrets included, or ends it. */
record ConnectionChanged(String connection) {}
