package dev.segmentation.rest;

/** Bodies of requests. */
public final class Bodies {
    private Bodies() {}

    /**
     * Refuses a body that is missing or {@code null}.
     *
     * @param example what to send instead
     */
    public static void present(Object body, String example) {
        if (body == null) {
            throw new IllegalArgumentException("Send a body, such as " + example + ".");
        }
    }
}
