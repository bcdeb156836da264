package dev.segmentation.rest.http;

import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Tells a client that left before its answer was whole from a fault of the service: it is nothing for the log. */
@LoggingFilter(name = "hang-up")
public final class HangUp implements Filter {
    private static final Set<String> SAID =
            Set.of("Failed to write", "Broken pipe", "Connection reset by peer", "Connection reset");

    /** Whether that is why the answer could not be sent. */
    public static boolean is(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException
                    || cause instanceof ClosedChannelException
                    || cause instanceof IOException && SAID.contains(String.valueOf(cause.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out what the framework says of them. */
    @Override
    public boolean isLoggable(LogRecord line) {
        String logger = String.valueOf(line.getLoggerName());
        boolean framework = logger.startsWith("org.jboss.resteasy") || logger.startsWith("io.quarkus");
        return !framework || !is(line.getThrown());
    }
}
