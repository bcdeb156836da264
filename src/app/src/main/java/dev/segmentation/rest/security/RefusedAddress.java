package dev.segmentation.rest.security;

/** The service must not be bound to that address; the message says what to do. */
final class RefusedAddress extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RefusedAddress(String message) {
        super(message);
    }
}
