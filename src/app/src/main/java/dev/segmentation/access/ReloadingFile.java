package dev.segmentation.access;

import dev.segmentation.table.TableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The entries of a file as it stands now: every look takes the file's time and size, and reads it again when they changed. A
 * file that is gone holds nobody. One that cannot be understood leaves the former entries in force, and the log says so.
 *
 * @param <T> what a line is
 */
final class ReloadingFile<T> {
    private static final Logger LOG = Logger.getLogger(ReloadingFile.class.getName());

    private final AccountList<T> list;
    private final Function<T, String> key;
    private volatile Seen<T> seen;

    /** Reads the file, which fails if it cannot be understood. */
    ReloadingFile(AccountList<T> list, Function<T, String> key) {
        this.list = list;
        this.key = key;
        String stamp = stamp(list.path());
        this.seen = new Seen<>(stamp, index());
    }

    private record Seen<T>(String stamp, Map<String, T> entries) {}

    /** The entries by their key. */
    Map<String, T> entries() {
        String stamp = stamp(list.path());
        if (!stamp.equals(seen.stamp())) {
            again(stamp);
        }
        return seen.entries();
    }

    private synchronized void again(String stamp) {
        if (stamp.equals(seen.stamp())) {
            return;
        }
        try {
            seen = new Seen<>(stamp, index());
            LOG.info(list.path() + " was read again.");
        } catch (TableException e) {
            seen = new Seen<>(stamp, seen.entries());
            LOG.log(Level.SEVERE, "{0} The former entries stay in force.", e.getMessage());
        }
    }

    private Map<String, T> index() {
        Map<String, T> index = new LinkedHashMap<>();
        Collection<T> entries = list.read();
        entries.forEach(entry -> index.put(key.apply(entry), entry));
        return index;
    }

    private static String stamp(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (NoSuchFileException e) {
            return "none";
        } catch (IOException e) {
            return "unreadable";
        }
    }
}
