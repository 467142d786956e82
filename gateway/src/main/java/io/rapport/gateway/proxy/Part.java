package io.rapport.gateway.proxy;

/** The services behind the gateway, by the names that answers use. */
public enum Part {
    METRICS("metrics-service"),
    FEEDBACK("feedback-service"),
    SENTIMENT("sentiment-service");

    /** Where the router keeps the service that a request is meant for. */
    public static final String OF_REQUEST = Part.class.getName();

    private final String label;

    Part(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Part of(String label) {
        for (Part part : values()) {
            if (part.label.equals(label)) {
                return part;
            }
        }
        throw new IllegalArgumentException("No service is called " + label);
    }
}
