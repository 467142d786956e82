package io.rapport.feedback.connection;

import java.util.function.UnaryOperator;

/**
 * A delivery as it came in.
 *
 * @param method in capitals
 * @param tail what the path has after the connection's own address; empty for nothing
 * @param query the value of a parameter of the address by its name; null where it is missing
 * @param header the value of a header by its name; null where it is missing
 * @param body the raw bytes that the signature is over
 */
public record InboundRequest(
        String method, String tail, UnaryOperator<String> query, UnaryOperator<String> header, byte[] body) {

    public InboundRequest(UnaryOperator<String> header, byte[] body) {
        this("POST", "", name -> null, header, body);
    }

    public boolean isQuestion() {
        return method.equals("GET") || method.equals("HEAD");
    }

    public String header(String name) {
        return header.apply(name);
    }
}
