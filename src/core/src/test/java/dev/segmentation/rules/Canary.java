package dev.segmentation.rules;

import java.nio.file.Files;
import java.nio.file.Path;

/** What break-out attempts try to reach: as public as a class can be, so that only the guard keeps rules from it. */
public final class Canary {
    public static final String NAME = "segmenter.canary";
    public static int touched;

    /** Counts as touched too. */
    public Canary() {
        touch();
    }

    /** What must never be called from rules. */
    public static boolean touch() {
        touched++;
        return true;
    }

    /** As {@link #touch()}, with an argument. */
    public static boolean touch(String text) {
        return touch();
    }

    public static void reset() {
        touched = 0;
        System.clearProperty(NAME);
    }

    /** Whether anything ran: the counter, the property, or the file in the working folder. */
    public static boolean isTouched() {
        return touched > 0 || System.getProperty(NAME) != null || Files.exists(Path.of("canary"));
    }
}
