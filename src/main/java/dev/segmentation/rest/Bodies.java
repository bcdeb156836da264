package dev.segmentation.rest;

/** Bodies of requests. */
final class Bodies {
    private Bodies() {}

    /**
     * Refuses a body that is missing or {@code null}.
     *
     * @param example what to send instead
     */
    static void present(Object body, String example) {
        if (body == null) {
            throw new IllegalArgumentException("Send a body, such as " + example + ".");
        }
    }
}
