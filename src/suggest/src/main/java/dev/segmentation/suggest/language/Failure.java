package dev.segmentation.suggest.language;

/** Why no answer came, in words that hold nothing of what the server said, since that may hold the key. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Failure(String message, int status) {
        super(message);
        this.status = status;
    }

    /** Whether a simpler question may help. */
    boolean misunderstood() {
        return status == 400 || status == 422;
    }

    /** Whether asking again is of no use. */
    boolean lasting() {
        return status == 401 || status == 403 || status == 404;
    }

    /** The failure beneath what a library has made of it. */
    static Failure of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return failure;
            }
        }
        return new Failure("its answer cannot be read", 0);
    }
}
