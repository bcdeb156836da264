package dev.segmentation.rules.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * How readers of a rules folder get along with publications, also those of another process: they complete what was cut off, and
 * whoever finds that a publication took place behind his reading reads again. So nobody sees one by half.
 */
public final class Publications {
    /** Names the last publication, or the last one that was taken back. */
    static final String LAST = ".published";

    static final String COMMIT = ".publish";
    static final String UNDO = ".publish-undo";

    private Publications() {}

    /** What is read of a folder while nobody publishes. */
    public static <T> T steady(Path rules, Supplier<T> reading) {
        while (true) {
            settle(rules);
            String before = last(rules);
            try {
                T read = reading.get();
                if (still(rules, before)) {
                    return read;
                }
            } catch (RuntimeException e) {
                if (still(rules, before)) {
                    throw e;
                }
            }
        }
    }

    private static boolean still(Path rules, String before) {
        return !unfinished(rules) && before.equals(last(rules));
    }

    /** Completes a publication that was cut off; waits for one that goes on. Costs nothing where there is none. */
    private static void settle(Path rules) {
        if (unfinished(rules)) {
            RulePlacement.locked(rules, placement -> null);
        }
    }

    private static boolean unfinished(Path rules) {
        return Files.isDirectory(rules.resolve(COMMIT)) || Files.isDirectory(rules.resolve(UNDO));
    }

    /** Tells one publication from the next. */
    static String last(Path rules) {
        try {
            Path last = rules.resolve(LAST);
            return Files.exists(last) ? Files.readString(last).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
