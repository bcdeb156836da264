package dev.segmentation.decision.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The names of the files that lie beside a governance file. */
final class FileNames {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private FileNames() {}

    /** A time as names of files hold it, such as {@code 20261125T101500Z}. */
    static String stamp(Instant time) {
        return STAMP.format(time);
    }

    /** The new content of a file until it is put in place. */
    static String temp(String file, String transaction) {
        return "." + file + "." + transaction + ".new";
    }

    /** Whether some change left that behind; {@code file} is the governance file it belongs to. */
    static boolean isTemp(String name, String file) {
        return name.startsWith("." + file + ".D") && name.endsWith(".new");
    }

    /** A version of a file that is kept. */
    static String backup(String file, Instant time, String transaction) {
        return file + "." + stamp(time) + "-" + transaction;
    }

    /** New content that could not be put in place; counts up where there are several in one second. */
    static String side(String file, Instant time, int count) {
        String stem = file.replaceFirst("\\.csv$", "");
        return stem + ".pending-" + stamp(time) + (count == 0 ? "" : "-" + (count + 1)) + ".csv";
    }
}
