package io.rapport.feedback.connection;

import java.util.function.UnaryOperator;

/**
 * A delivery as it came in.
 *
 * @param header the value of a header by its name; null where it is missing
 * @param body the raw bytes that the signature is over
 */
public record InboundRequest(UnaryOperator<String> header, byte[] body) {}
