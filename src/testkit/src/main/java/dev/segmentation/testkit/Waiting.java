package dev.segmentation.testkit;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for something by looking again and again: no longer than it takes, however slow the machine is. */
public final class Waiting {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    private Waiting() {}

    /** Waits until that is so. */
    public static void until(BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + LONGEST;
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited too long");
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Waits until some thread waits within a method of that class. */
    public static void untilAThreadWaitsIn(Class<?> type) throws InterruptedException {
        until(() -> Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING
                        && Arrays.stream(thread.getValue())
                                .anyMatch(frame -> frame.getClassName().equals(type.getName()))));
    }
}
