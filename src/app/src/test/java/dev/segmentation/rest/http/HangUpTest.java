package dev.segmentation.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that leaves is no fault of the service; everything else stays in the log. */
class HangUpTest {
    static Stream<Throwable> left() {
        return Stream.of(
                new HttpClosedException("Connection was closed"),
                new ClosedChannelException(),
                new IOException("Broken pipe"),
                new IOException("Connection reset by peer"),
                new IllegalStateException(new RuntimeException(new IOException("Connection reset"))));
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new IOException("No space left on device"),
                new IOException(),
                new IllegalStateException("Broken pipe"),
                new NullPointerException());
    }

    private static boolean logged(String logger, Throwable thrown) {
        LogRecord line = new LogRecord(Level.SEVERE, "Request failed");
        line.setLoggerName(logger);
        line.setThrown(thrown);
        return new HangUp().isLoggable(line);
    }

    @ParameterizedTest
    @MethodSource("left")
    void whatTheFrameworkSaysOfClientsThatLeftIsLeftOut(Throwable thrown) {
        assertThat(HangUp.is(thrown)).isTrue();
        assertThat(logged("io.quarkus.vertx.http.runtime.QuarkusErrorHandler", thrown))
                .isFalse();
        assertThat(logged("org.jboss.resteasy.reactive.server", thrown)).isFalse();
        assertThat(logged("dev.segmentation.service.Jobs", thrown)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultsStay(Throwable thrown) {
        assertThat(HangUp.is(thrown)).isFalse();
        assertThat(logged("io.quarkus.vertx.http.runtime.QuarkusErrorHandler", thrown))
                .isTrue();
    }

    @Test
    void linesWithoutAFaultStay() {
        assertThat(logged("io.quarkus", null)).isTrue();
        assertThat(logged(null, null)).isTrue();
    }
}
